import { parseArgs } from 'node:util';
import { calendarDateIn, isCalendarDate } from '@hoest/quantities';
import { loadDemo, removeDemo } from '../demo/demo-run';

/**
 * Loads demo data, or removes it. Does nothing when it is there.
 *
 *   npm run demo                       Åstrup Kommune and its neighbour, told up to today
 *   npm run demo -- --organisations 98 --initiatives 100 [--benefits 8] [--months 36] [--without-maturity]
 *                                      made-up portfolios of any size, beside what is there
 *   npm run demo -- --remove           removes all demo data
 *   --seed <text>                      other figures of the same kind; the default gives everybody the same
 *   --date <YYYY-MM-DD>                tells the story up to another day than today in Copenhagen
 *
 * Environment: DATABASE_URL (the application's role), DATABASE_OWNER_URL (owner of the schema).
 */
const { values } = parseArgs({
  options: {
    organisations: { type: 'string' },
    initiatives: { type: 'string' },
    benefits: { type: 'string' },
    months: { type: 'string' },
    seed: { type: 'string', default: 'hoest' },
    date: { type: 'string' },
    'without-maturity': { type: 'boolean', default: false },
    remove: { type: 'boolean', default: false },
  },
});

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function required(name: string): string {
  return process.env[name] ?? fail(`${name} is not set; \`npm run demo\` sets it for the embedded database.`);
}

function wholeNumber(name: 'organisations' | 'initiatives' | 'benefits' | 'months'): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) fail(`--${name} is "${text}"; give a whole number from 1.`);
  return number;
}

const ownerUrl = required('DATABASE_OWNER_URL');
const tell = (line: string) => console.log(line);
if (values.remove) {
  const removed = await removeDemo(ownerUrl, tell);
  if (removed.length === 0) tell('There is no demo data.');
} else {
  const sizes = {
    organisations: wholeNumber('organisations'),
    initiatives: wholeNumber('initiatives'),
    benefits: wholeNumber('benefits'),
    months: wholeNumber('months'),
  };
  const referenceDate = values.date ?? calendarDateIn(new Date(), 'Europe/Copenhagen');
  if (!isCalendarDate(referenceDate)) fail(`--date is "${referenceDate}"; give a day as YYYY-MM-DD.`);
  const kind = Object.values(sizes).some((size) => size !== undefined) ? 'random' : 'aastrup';
  await loadDemo(
    { ownerUrl, appUrl: required('DATABASE_URL') },
    { seed: values.seed, referenceDate, kind, withoutMaturity: values['without-maturity'], ...sizes },
    tell,
  );
}
