import { CATALOGUE, catalogueEntry } from './catalogue';
import { INDICATORS, indicatorDefinition, reasonsOf } from './indicators';
import { scoreOf } from './rules/score';
import { THEMES } from './themes';

/** Raw cut-offs of levels 2–5 in percent, as the catalogue lists them beside the goalposts. Source: domain rules, section 8 */
const CUT_OFFS: Record<string, [number, number, number, number]> = {
  'dl.owner-in-line': [60, 70, 80, 90],
  'dl.leader-spread': [15, 30, 45, 60],
  'dl.strategy-to-action': [20, 40, 60, 80],
  'gr.benefit-coverage': [20, 40, 60, 80],
  'gr.baseline-before': [36, 52, 68, 84],
  'gr.measured-on-time': [51, 62, 73, 84],
  'gr.realisation-rate': [36, 52, 68, 84],
  'gr.quality-effect': [36, 52, 68, 84],
  'gr.persistence': [34, 48, 62, 76],
  'oi.adoption': [44, 58, 72, 86],
  'op.register': [51, 62, 73, 84],
  'op.gate-discipline': [44, 58, 72, 86],
};

describe('catalogue', () => {
  it('holds 36 indicators, nine per theme, of which 14 are cap indicators', () => {
    expect(CATALOGUE).toHaveLength(36);
    for (const theme of THEMES) expect(CATALOGUE.filter((entry) => entry.theme === theme)).toHaveLength(9);
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(36);
    expect(CATALOGUE.filter(({ star }) => star)).toHaveLength(14);
  });

  it('refuses an unknown indicator', () => {
    expect(() => catalogueEntry('gr.luck')).toThrow(RangeError);
  });
});

describe('definitions', () => {
  it('are the thirteen of the first issue, in catalogue order', () => {
    expect(INDICATORS.map(({ id }) => id)).toEqual([
      'dl.owner-in-line',
      'dl.leader-spread',
      'dl.strategy-anchored',
      'dl.strategy-to-action',
      'gr.benefit-coverage',
      'gr.baseline-before',
      'gr.measured-on-time',
      'gr.realisation-rate',
      'gr.quality-effect',
      'gr.persistence',
      'oi.adoption',
      'op.register',
      'op.gate-discipline',
    ]);
  });

  it.each(Object.entries(CUT_OFFS))(
    '%s: the goalposts put the cut-offs of the catalogue at 20, 40, 60, 80',
    (id, cuts) => {
      const definition = indicatorDefinition(id);
      const scores = cuts.map((cut) =>
        definition ? Math.round(scoreOf(cut / 100, definition.goalposts) * 1e6) / 1e6 : null,
      );
      expect(scores).toEqual([20, 40, 60, 80]);
    },
  );

  it.each(INDICATORS.map((definition) => [definition.id, definition] as const))(
    '%s speaks Danish and English everywhere and names existing partners',
    (_, definition) => {
      const { names, question, numerator, denominator, whenEmpty, reasons } = definition;
      const labels = [names, question, numerator, denominator, whenEmpty.reason];
      for (const reason of Object.values(reasons)) labels.push(reason.text, ...(reason.fix ? [reason.fix] : []));
      for (const { da, en } of labels) {
        expect(da.trim()).not.toBe('');
        expect(en.trim()).not.toBe('');
      }
      const ids = CATALOGUE.map(({ id }) => id);
      expect(ids).toContain(definition.counterweight);
      expect(definition.counterweight).not.toBe(definition.id);
      if (definition.partner) expect(ids).toContain(definition.partner);
      expect(reasons['met']?.fix).toBeNull();
      for (const [code, reason] of Object.entries(reasons)) {
        expect(code).toMatch(/^[a-z][a-z_-]*$/);
        expect(reason.fix === null).toBe(reason.actor === null);
      }
    },
  );

  it('explain a member by the codes of its row', () => {
    expect(reasonsOf('op.register', 'goal status-not-confirmed').map(({ text }) => text.en)).toEqual([
      'Lacks a primary goal',
      'Status was not confirmed in 35 days',
    ]);
    expect(reasonsOf('op.register', 'of-an-older-definition')).toEqual([]);
    expect(reasonsOf('op.luck', 'met')).toEqual([]);
  });
});
