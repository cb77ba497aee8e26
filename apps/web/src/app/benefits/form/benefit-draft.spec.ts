import { benefitRoutes } from '@hoest/contracts';
import { calculate } from '@hoest/benefits';
import { bodyOf, type BenefitDraft, draftOf, driversOf, faultsOf } from './benefit-draft';
import { BENEFIT_TEMPLATES, type TemplateId } from './templates';

const draft = (template: TemplateId, change: Partial<BenefitDraft> = {}): BenefitDraft => ({
  ...draftOf(
    BENEFIT_TEMPLATES.find(({ id }) => id === template)!,
    'da',
  ),
  ...change,
});

describe('templates', () => {
  it('cover the usual gains and end with a blank one', () => {
    expect(BENEFIT_TEMPLATES.map(({ id }) => id)).toEqual([
      'time_saved',
      'licence_removed',
      'postage',
      'fewer_errors',
      'shorter_waiting',
      'avoided_hire',
      'extra_income',
      'better_quality',
      'citizen_effect',
      'work_environment',
      'climate',
      'blank',
    ]);
  });

  it.each(BENEFIT_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s makes a benefit the api takes, in both languages',
    (_, template) => {
      for (const language of ['da', 'en'] as const) {
        const body = bodyOf({ ...draftOf(template, language), title: template.title[language] || 'Mere ro' }, null);
        expect(benefitRoutes.createBenefit.body.safeParse(body).error?.issues).toBeUndefined();
      }
    },
  );

  it('asks what freed hours are used for, and sends it for freed time alone', () => {
    const told = draft('time_saved', { hoursUsedFor: ' Flere hjemmebesøg ' });
    expect(bodyOf(told, null)).toMatchObject({ hoursUsedFor: 'Flere hjemmebesøg' });
    expect(bodyOf({ ...told, class: 'quality' }, null)).not.toHaveProperty('hoursUsedFor');
  });

  it('takes measured income as the amount it is, and leaves effects without a price uncounted in money', () => {
    expect(draft('extra_income')).toMatchObject({ class: 'income', direction: 'up', moneyBasis: 'amount' });
    for (const id of ['better_quality', 'citizen_effect', 'work_environment', 'climate'] as const)
      expect(bodyOf(draft(id), null)).toMatchObject({ monetised: false });
  });

  it('counts freed time as capacity and an avoided hire as avoided, never as cash', () => {
    expect([draft('time_saved').class, draft('avoided_hire').class]).toEqual(['capacity', 'cost_avoidance']);
  });
});

describe('a benefit that is being added', () => {
  const filled = draft('postage', {
    baselineValue: '14000',
    baselineOn: '2026-01-31',
    baselineEvidence: 'system_extract',
    startsOn: '2026-03-01',
    targetValue: '4000',
    targetOn: '2027-03-01',
    drivers: { volume: '12', rateMinor: '1250' },
  });

  it('gets a path from baseline to target, and its value from the calculation', () => {
    const result = calculate('unit_saving', driversOf(filled), { attribution: '1', measureUnit: filled.unit });
    const value = result.kind === 'calculated' ? result.fullYearValueMinor.toString() : null;
    expect(bodyOf(filled, value)).toMatchObject({
      monetised: true,
      fullYearValueMinor: '150000000',
      calculation: {
        calculator: 'unit_saving',
        drivers: { unitBefore: '14000', unitNow: '4000', volume: '12', rateMinor: '1250' },
      },
      measure: {
        unit: 'breve/måned',
        baseline: { value: '14000', measuredOn: '2026-01-31', evidenceKind: 'system_extract' },
        targetPoints: [
          { dueOn: '2026-03-01', value: '14000' },
          { dueOn: '2027-03-01', value: '4000' },
        ],
      },
    });
  });

  it('needs no more than a title, but no figure without its day and evidence', () => {
    expect(faultsOf(draft('blank', { title: 'Mere ro' }))).toEqual([]);
    expect(faultsOf(draft('blank'))).toEqual(['title']);
    expect(faultsOf(draft('postage', { baselineValue: '0', targetValue: '4' }))).toEqual([
      'baselineOn',
      'baselineEvidence',
      'targetOn',
    ]);
    expect(faultsOf(draft('blank', { title: 'x', unit: 'dage' }))).toEqual(['measureName']);
    expect(faultsOf({ ...filled, startsOn: '2027-03-01' })).toEqual(['startsOn']);
  });

  it('has no measure and no value before they are said', () => {
    const body = bodyOf(draft('blank', { title: 'Mere ro' }), null);
    expect([body.measure, body.calculation, body.fullYearValueMinor, body.monetised]).toEqual([
      undefined,
      undefined,
      undefined,
      false,
    ]);
  });
});
