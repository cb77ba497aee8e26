import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Format, UiLocale } from '@hoest/ui';
import { fill } from '../language/transpiler';
import { reasonSentence } from './attention/reason-words';
import danish from './i18n/da.json';
import { numberWord, sentence } from './number-words';
import { eventWords, type RecentEvent } from './side/recent-words';
import { waitingLine, type WaitingItem } from './waiting/waiting-words';

const t = (key: keyof typeof danish, params: Readonly<Record<string, string | number>> = {}) =>
  fill(danish[key], params, 'da');
const seen = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the words of the overview', () => {
  let [format, locale] = [] as unknown as [Format, UiLocale];
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    [format, locale] = [TestBed.inject(Format), TestBed.inject(UiLocale)];
  });

  it('counts in words up to twelve', () => {
    expect([numberWord(1, 'da'), numberWord(12, 'en'), numberWord(13, 'da')]).toEqual(['en', 'twelve', '13']);
    expect(sentence('ås')).toBe('Ås');
  });

  it('tells reasons as one sentence, without repeating the status beside the name', () => {
    const reasons: Parameters<typeof reasonSentence>[0] = [
      { code: 'status_deviation', params: {} },
      { code: 'go_live_slipped', params: { days: '244', date: '2026-12-01' } },
      { code: 'not_measured', params: { count: '2' } },
      { code: 'below_plan', params: { ratio: '0.3577' } },
    ];
    expect(seen(reasonSentence(reasons, t, format))).toBe(
      'Idriftsættelse flyttet 8 måneder, nu 01.12.2026; 2 gevinster er ikke målt til tiden; realiseret 36 % af plan',
    );
    expect(reasonSentence(reasons.slice(0, 1), t, format)).toBe('Meldt som afvigelse af projektlederen');
    expect(reasonSentence([{ code: 'status_stale', params: {} }], t, format)).toBe('Status er aldrig bekræftet');
  });

  it('tells a deadline with its days, and marks the near and the missed', () => {
    const item: WaitingItem = {
      kind: 'gate',
      initiativeId: 'i',
      code: '1',
      title: 'T',
      unitName: 'U',
      gate: 'G4',
      toPhase: 'executing',
      openPoints: 2,
      benefitId: null,
      decisionId: null,
      detail: null,
      amount: '43776000',
      due: '2026-11-20',
    };
    const line = (change: Partial<WaitingItem>) => waitingLine({ ...item, ...change }, '2026-11-24', t, format, locale);
    expect(line({})).toMatchObject({
      kind: 'Beslutningspunkt G4 · Start af gennemførelse',
      basis: '2 krav mangler',
      deadline: { date: '20.11.', days: '4 dage over', status: 'deviation' },
    });
    expect(seen(line({}).amount.text)).toBe('0,4 mio. kr./år');
    expect(line({ openPoints: 0 }).basis).toBe('Klar til afgørelse');
    expect(line({ due: '2026-11-24' }).deadline).toMatchObject({ days: 'i dag', status: 'watch' });
    expect(line({ due: '2027-01-01' }).deadline).toEqual({ date: '01.01.2027', days: '38 dage', status: null });
    expect(line({ due: null, amount: null })).toMatchObject({
      deadline: null,
      amount: { text: 'uden beløb', missing: true },
    });
    expect(line({ kind: 'condition', gate: null, detail: 'Notat', amount: null }).amount.text).toBe('–');
  });

  it('tells steps with their old and new value, and the rest by kind of record', () => {
    const event = (change: Partial<RecentEvent>): RecentEvent => ({
      at: '2026-11-20T10:00:00Z',
      actorName: 'Emil',
      action: 'changed',
      objectKind: 'initiative',
      initiativeId: 'i',
      code: '1',
      title: 'T',
      changes: {},
      ...change,
    });
    const words = (change: Partial<RecentEvent>) => {
      const { text, from, between, to } = eventWords(event(change), t, format, locale);
      return [text, from, between, to].filter(Boolean).join(' ');
    };
    expect(words({ changes: { phase: { from: 'analysis', to: 'proposed' } } })).toBe('Gik fra analyse til indstillet');
    expect(words({ changes: { statusRag: { from: 'on_track', to: 'watch' } } })).toBe(
      'Status gik fra på sporet til hold øje',
    );
    expect(words({ changes: { statusRag: { from: null, to: 'deviation' } } })).toBe('Status bekræftet: afvigelse');
    expect(words({ changes: { goLivePlanned: { from: '2026-04-01', to: '2026-12-01' } } })).toBe(
      'Idriftsættelse flyttet fra 01.04.2026 til 01.12.2026',
    );
    expect(words({ objectKind: 'measurement', action: 'recorded' })).toBe('Måling indberettet');
    expect(words({ objectKind: 'cost_line', action: 'added' })).toBe('Udgift tilføjet');
    expect(words({ objectKind: 'something_new', action: 'done' })).toBe('Oplysninger rettet');
  });
});
