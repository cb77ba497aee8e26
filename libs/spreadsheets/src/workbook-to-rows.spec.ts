import { proposeMapping, readRows, readTable } from '@hoest/exchange';
import writeXlsxFile from 'write-excel-file/node';
import { guardUpload } from './guard-upload';
import { readWorkbook } from './read-workbook';

const date = (year: number, month: number, day: number) => ({
  value: new Date(Date.UTC(year, month - 1, day)),
  format: 'dd-mm-yyyy',
});
const text = (...values: (string | null)[]) => values.map((value) => (value === null ? null : { value }));

it('a workbook from the finance department becomes initiatives, from its bytes on', async () => {
  const bytes = await writeXlsxFile([
    { sheet: 'Læs mig', data: [text('Udarbejdet til direktionen')] },
    {
      sheet: 'Portefølje',
      data: [
        text('Digitale indsatser 2026'),
        text('Beløb i mio. kr., 2026-priser'),
        [],
        text(null, null, null, 'Udgifter', null, 'Gevinster', null),
        text('Sagsnr.', 'Indsats', 'Idriftsættelse', 'Service', 'Anlæg', 'Årlig', 'Bemærkninger'),
        [{ value: 1001 }, ...text('Ny app'), date(2026, 12, 31), { value: 1.25 }, { value: 0 }, { value: 0.3 }, null],
        [{ value: 1002 }, ...text('Chatbot'), date(2027, 6, 1), { value: 0.1 + 0.2 }, null, { value: -0.05 }, null],
        [{ value: 1003 }, ...text('Robot', '4. kvartal', 'Fortroligt'), { value: 1.234 }, null, ...text('Se bilag')],
        [null, ...text('I alt', null), { value: 1.55 }, { value: 1.234 }, { value: 0.25 }, null],
        [],
        text('* Foreløbige tal'),
      ],
    },
  ]).toBuffer();
  expect(await guardUpload(bytes, 'portefølje.xlsx')).toEqual({ kind: 'accepted', format: 'xlsx' });
  const workbook = await readWorkbook(bytes, { format: 'xlsx' });
  if (workbook.kind === 'refused') throw new Error(workbook.fault.code);
  expect(workbook.sheet).toBe('Portefølje');

  const table = readTable(workbook.grid);
  expect(table.columns.map(({ heading }) => heading)).toEqual([
    'Sagsnr.',
    'Indsats',
    'Idriftsættelse',
    'Udgifter - Service',
    'Anlæg',
    'Gevinster - Årlig',
    'Bemærkninger',
  ]);
  expect(table.skipped.map(({ place, reason }) => [place, reason])).toEqual([
    ['A1', 'above_headings'],
    ['A2', 'above_headings'],
    ['D4', 'above_headings'],
    ['B9', 'total'],
    ['A11', 'footnote'],
  ]);

  const { mapping } = proposeMapping(table, { currency: 'DKK' });
  const { rows, columnSums } = readRows(table, mapping);
  const millions = { scale: 'million', currency: 'DKK', year: null, priceYear: 2026 };
  expect(mapping.columns.map(({ target, money }) => [target, money])).toEqual([
    ['key', undefined],
    ['title', undefined],
    ['goLivePlanned', undefined],
    ['costPlanned', millions],
    ['costPlanned', millions],
    ['benefitFullYear', millions],
    ['statusNote', undefined],
  ]);
  expect(rows.map(({ key, initiative }) => [key, initiative.fields.goLivePlanned])).toEqual([
    ['1001', '2026-12-31'],
    ['1002', '2027-06-01'],
    ['1003', undefined],
  ]);
  // What the file itself prints as its totals.
  expect(columnSums.map(({ sumInUnit }) => sumInUnit)).toEqual(['1.55', '1.234', '0.25']);
  expect(rows[1]?.initiative.benefits).toMatchObject([{ polarity: -1, amountMinor: '5000000' }]);
  expect(rows.flatMap(({ issues }) => issues.map(({ place, code }) => `${place} ${code}`))).toEqual([
    'F7 negative_benefit',
    'C8 not_a_date',
    'D8 withheld',
  ]);
});
