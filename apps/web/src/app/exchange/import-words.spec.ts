import danish from './i18n/da.json';
import { ACTUALS_WORDS } from './import-words';

it('every text of actuals stands for one of initiatives, and is used', () => {
  const written = Object.keys(danish).filter((key) => key.startsWith('actuals.'));
  expect([...ACTUALS_WORDS].map((key) => `actuals.${key}`).sort()).toEqual(written.sort());
});
