import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ImportRow } from '@hoest/contracts';
import { provideLanguageForSpecs } from '../../language/language-for-specs';
import { People } from '../../organisation/people';
import { Scope } from '../../shell/scope';
import { RowWords } from './row-words';

const row = (overrides: Partial<ImportRow>): ImportRow => ({
  line: 2,
  place: 'A2',
  key: 'A-1',
  title: 'Digital byggesag',
  outcome: 'create',
  values: {},
  changes: {},
  issues: [],
  notes: [],
  ...overrides,
});

describe('RowWords', () => {
  let words: RowWords;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideLanguageForSpecs(),
        { provide: People, useValue: { load: async () => undefined, nameOf: () => 'Jonas Thygesen' } },
        { provide: Scope, useValue: { units: () => [{ id: 'u1', name: 'Teknik og Miljø' }] } },
        RowWords,
      ],
    });
    words = TestBed.inject(RowWords);
  });
  const texts = (changed: Partial<ImportRow>) =>
    words.values(row(changed)).map(({ label, text }) => `${label}: ${text}`);

  it('writes names, words, dates and amounts as the reader knows them', () => {
    expect(
      texts({
        values: {
          title: 'Digital byggesag',
          unitId: 'u1',
          ownerId: 'p1',
          phase: 'executing',
          goLivePlanned: '2026-12-31',
          goLiveFirstPlanned: '2026-12-31',
          mandatory: true,
          affectedStaff: 1200,
          'costPlanned:2026': {
            name: 'Anlæg',
            currency: 'DKK',
            year: 2026,
            planMinor: '125050000',
            forecastMinor: null,
          },
          'costPlanned:2027': { name: 'Udgift 2027', currency: 'DKK', year: 2027, planMinor: '0', forecastMinor: null },
          benefitFullYear: { name: 'Gevinst', currency: 'GBP', polarity: -1, fullYearValueMinor: '3069' },
        },
      }),
    ).toEqual([
      'Enhed: Teknik og Miljø',
      'Ejer: Jonas Thygesen',
      'Fase: I gennemførelse',
      'Idriftsættelse, planlagt: 31.12.2026',
      'Lovpligtig: exchange.yes',
      'Berørte medarbejdere: 1.200',
      'Engangsudgift »Anlæg« 2026: 1.250.500\u00a0kr.',
      'Engangsudgift »Udgift 2027«: 0\u00a0kr.',
      'Gevinst pr. år ved fuld effekt »Gevinst«: exchange.check.perYear',
    ]);
  });

  it('cuts long texts in the list of what is written, not in what an update changes', () => {
    const long = 'ord '.repeat(100).trim();
    expect(texts({ values: { description: long } })[0]?.length).toBeLessThan(160);
    const [change] = words.changes(row({ changes: { description: { from: null, to: long } } }));
    expect(change).toMatchObject({ before: 'exchange.empty', text: long });
  });

  it('takes the currency of a changed line from the row', () => {
    const [change] = words.changes(
      row({
        values: { costPlanned: { name: 'Budget', currency: 'GBP', planMinor: '100', forecastMinor: '250' } },
        changes: {
          costPlanned: {
            from: { planMinor: '100', forecastMinor: null },
            to: { planMinor: '100', forecastMinor: '250' },
          },
        },
      }),
    );
    expect(change).toMatchObject({ label: 'Engangsudgift »Budget«', text: 'exchange.check.forecast' });
    expect(change?.before).toBe('1\u00a0£');
  });
});
