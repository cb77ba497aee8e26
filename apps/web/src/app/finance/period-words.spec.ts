import { formatDate } from '@hoest/quantities';
import { fill } from '../language/transpiler';
import da from './i18n/finance.da.json';
import { closedMonths, period, through } from './period-words';

const t = (key: keyof typeof da, params: Readonly<Record<string, string | number>> = {}) => fill(da[key], params, 'da');
const format = { date: (date: string, style?: Parameters<typeof formatDate>[2]) => formatDate(date, 'da', style) };

describe('periods in words', () => {
  it('name a month, a span, a year and a turn of the year', () => {
    expect(period('2026-10-01', '2026-10-01', t, format)).toBe('oktober 2026');
    expect(period('2026-07-01', '2026-10-01', t, format)).toBe('juli–oktober 2026');
    expect(period('2026-01-01', '2026-12-01', t, format)).toBe('hele 2026');
    expect(period('2026-11-01', '2027-01-01', t, format)).toBe('november 2026 – januar 2027');
    expect(period('2026-07-01', '2026-10-01', t, format, 'month')).toBe('jul.–okt. 2026');
  });

  it('tell how far the ledger counts', () => {
    expect(through({ year: 2026, through: '2026-10-01' }, t, format)).toBe('januar–oktober 2026');
    expect(through({ year: 2027, through: null }, t, format)).toBe('2027, hvor ingen måned er gået endnu');
  });

  it('tell which months are closed', () => {
    expect(closedMonths(2026, '2026-10-01', t, format)).toBe('november er åben, januar–oktober er lukket');
    expect(closedMonths(2026, '2026-01-01', t, format)).toBe('februar er åben, januar er lukket');
    expect(closedMonths(2026, '2027-03-01', t, format)).toBe('alle måneder i 2026 er lukket');
    expect(closedMonths(2026, '2025-12-01', t, format)).toBe('ingen måneder i 2026 er lukket');
    expect(closedMonths(2026, null, t, format)).toBe('ingen måneder i 2026 er lukket');
  });
});
