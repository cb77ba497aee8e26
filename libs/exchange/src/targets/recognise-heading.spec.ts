import { recogniseHeading } from './recognise-heading';

const meaning = (heading: string) => recogniseHeading(heading)[0]?.target ?? null;

describe('what a heading means', () => {
  it.each([
    ['GMPP ID Number', 'key'],
    ['uniqueId', 'key'],
    ['Nr.', 'key'],
    ['Project Name', 'title'],
    ['projectName', 'title'],
    ['Forslag', 'title'],
    ['Department', 'unit'],
    ['Udvalg', 'unit'],
    ['Annual Report Category', 'category'],
    ['Description / Aims', 'description'],
    ['IPA Delivery Confidence Assessment \n(A Delivery Confidence Assessment of the project)', 'statusRag'],
    ['SRO Delivery Confidence Assessment', 'statusRag'],
    ['Departmental commentary on actions planned or taken on the IPA RAG rating.', 'statusNote'],
    ['Project - Start Date \n(Latest Approved Start Date)', 'startPlanned'],
    ['Project - End Date', 'goLivePlanned'],
    ['estimatedCompletionDate', 'goLivePlanned'],
    ['Forventet idriftsættelse', 'goLivePlanned'],
    ['TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs)', 'costPlanned'],
    ['totalBudget', 'costPlanned'],
    ['Investeringer - Anlæg (mio. kr.)', 'costPlanned'],
    ['2026', 'costPlanned'],
    ['B2027', 'costPlanned'],
    ['Udgift 2026 (t.kr.)', 'costPlanned'],
    ['Driftsudgift pr. år', 'costOperation'],
    ['TOTAL Baseline Benefits (£m)', 'benefitTotal'],
    ['Effektivisering - Service (mio. kr. årligt ved fuld indfasning)', 'benefitFullYear'],
    ['Annual savings', 'benefitFullYear'],
    ['Besparelse årligt (t.kr.)', 'benefitFullYear'],
    ['Gevinst pr. år', 'benefitFullYear'],
    ['Departmental Narrative on Budgeted Benefits', 'benefitText'],
    ['Projektleder', 'managerName'],
    ['Projektejer', 'ownerName'],
    ['Lovpligtig?', 'mandatory'],
    ['Fase', 'phase'],
  ])('%j is %s', (heading, target) => {
    expect(meaning(heading)).toBe(target);
  });

  it.each([
    'Financial Year Baseline (£m) (including Non-Government Costs)',
    'Financial Year Variance (%)',
    'Departmental narrative on  budget/forecast variance for 2021/22 \n(if variance is more than 5%)',
    'Departmental Narrative on Budgeted Whole Life Costs',
    'Tilbagebetalingstid (år)',
    'Effektivisering - Tilbagebetalingstid (år)',
    'rawProvidedDate',
    'yearsRemaining',
    'originalDocumentOrder',
    'Project risk',
    'Budget 2023/24',
    'Gevinst 2026',
    '',
    '1.234',
  ])('%j is nothing we have a place for', (heading) => {
    expect(meaning(heading)).toBeNull();
  });

  it('is surer of a heading that says exactly so than of one that contains the words', () => {
    const [exact] = recogniseHeading('Projektleder');
    const [within] = recogniseHeading('Ansvarlig projektleder i forvaltningen');
    expect(exact?.confidence).toBe(1);
    expect(within).toEqual({ target: 'managerName', confidence: expect.closeTo(0.675) });
  });
});
