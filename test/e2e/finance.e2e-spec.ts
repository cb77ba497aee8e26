import { expect, test } from '@playwright/test';
import { amountOf, inboxOf, itemOf, openFinance, waterfall } from './finance-page';
import { lastDay, mark, ownGains } from './own-gains';
import { expectNoAxeFindings, signIn } from './sign-in';

const danish = (date: string) => date.split('-').reverse().join('.');

test('finance approves two and disputes one; the waterfall tells it, and the reporter corrects it', async ({
  page,
}) => {
  const name = mark();
  const gains = await ownGains(page, name, 3);
  const [first, second, third] = gains.titles;
  await signIn(page, 'finance');
  await openFinance(page, gains);
  // The money per month is worked out in the background; the page follows by itself.
  await expect(page.getByRole('heading', { level: 2, name: /^Hver lovet krone er realiseret/ })).toBeVisible();
  await expect(inboxOf(page).getByRole('listitem')).toHaveCount(3);
  await expect(itemOf(page, first)).toContainText('5 af 5 prøver');
  await expectNoAxeFindings(page);
  const before = await waterfall(page);
  await expect.poll(() => before('Lovet')).toBe(300);
  expect([await before('Bestridt'), await before('Realiseret')]).toEqual([0, 300]);

  const inMenu = () =>
    page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: /^Økonomi.* beløb venter på dig$/ });
  const waiting = async () => amountOf(await inMenu().locator('[aria-hidden]').textContent());
  const waitingBefore = await waiting();
  expect(waitingBefore).toBeGreaterThanOrEqual(3);

  // Two are approved at once, each with its five tests.
  for (const title of [first, second]) await itemOf(page, title).getByRole('checkbox').check();
  await inboxOf(page).getByRole('button', { name: 'Godkend 2 valgte (200 t.kr.)' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('5 af 5 prøver bestået')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Se prøverne' }).first().click();
  await dialog.getByRole('radiogroup', { name: 'Værdi' }).getByRole('radio', { name: 'Tvivl' }).check();
  await dialog.getByRole('button', { name: 'Godkend 2 poster (200 t.kr.)' }).click();
  await expect(dialog.getByText('Skriv, hvorfor posten godkendes trods tvivl.')).toBeVisible();
  await expectNoAxeFindings(page);
  await dialog.getByLabel('Hvorfor godkendes den trods tvivl?').fill('Satsen er aftalt med fagforvaltningen.');
  await dialog.getByRole('button', { name: 'Godkend 2 poster (200 t.kr.)' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('2 poster godkendt (200 t.kr.)')).toBeVisible();
  await expect(inboxOf(page).getByRole('listitem')).toHaveCount(1);
  await expect.poll(waiting).toBe(waitingBefore - 2);

  // The third is disputed with a test and a reason.
  await itemOf(page, third).getByRole('checkbox').check();
  await inboxOf(page).getByRole('button', { name: 'Bestrid …' }).click();
  await dialog.getByRole('button', { name: 'Bestrid 1 post' }).click();
  await expect(dialog.getByText('Vælg mindst én prøve.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: /^Tilskrivning/ }).check();
  await dialog.getByLabel('Begrundelse').fill('Halvdelen kommer fra den nye ruteplan.');
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: 'Bestrid 1 post' }).click();
  await expect(dialog).toBeHidden();
  await expect(itemOf(page, third)).toContainText('Halvdelen kommer fra den nye ruteplan.');
  const after = await waterfall(page);
  await expect.poll(() => after('Bestridt')).toBe(-100);
  expect([await after('Lovet'), await after('Realiseret')]).toEqual([300, 200]);
  await expect(
    page.getByRole('heading', { level: 2, name: /^Af hver lovet krone er 67 øre realiseret/ }),
  ).toBeVisible();

  // A bar leads to the benefits behind it, a benefit in the inbox to all about it; both stand in the address.
  await page.getByRole('figure').first().getByRole('button', { name: 'Vis som figur' }).click();
  await page.getByRole('link', { name: /^Bestridt: .*100 t\.kr\., 1 gevinst$/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/behind=disputed/);
  await expect(
    page.getByRole('region', { name: 'Bestridt: 1 gevinst' }).getByRole('link', { name: third }),
  ).toBeVisible();
  await itemOf(page, third).getByRole('link', { name: third }).click();
  await expect(page).toHaveURL(/claim=/);
  const panel = page.getByRole('region', { name: third });
  await expect(panel).toContainText('Ikke bestået');
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await expect(inboxOf(page)).toBeVisible();

  // Whoever reported it corrects the measurement; the amount follows and is to be validated anew.
  await signIn(page, 'leader');
  await openFinance(page, gains);
  await expect(inboxOf(page).getByRole('checkbox')).toHaveCount(0);
  await itemOf(page, third).getByRole('link', { name: 'Ret målingen' }).click();
  await page.getByRole('button', { name: `Ret målingen fra ${danish(lastDay(-1))}` }).click();
  await dialog.getByLabel('Værdi').fill('236');
  await dialog.getByLabel('Hvad var forkert').fill('Den nye ruteplan er trukket fra.');
  await dialog.getByRole('button', { name: 'Gem rettelsen' }).click();
  await expect(dialog).toBeHidden();
  await openFinance(page, gains);
  await expect(itemOf(page, third)).toContainText('50 t.kr.');
  await expect(itemOf(page, third)).not.toContainText('Bestridt');
});

test('nobody validates what they reported themselves', async ({ page }) => {
  const gains = await ownGains(page, mark(), 1);
  await signIn(page, 'finance');
  await openFinance(page, gains);
  // The money per month is worked out in the background.
  await expect(page.getByRole('heading', { level: 2, name: /^Hver lovet krone er realiseret/ })).toBeVisible();
  await page.getByRole('button', { name: 'Indberet beløb' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send til validering' }).click();
  await expect(dialog.getByText('Vælg en gevinst.')).toBeVisible();
  await expect(dialog.getByText('Skriv et beløb, som ikke er 0.')).toBeVisible();
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: /^Gevinst/ }).click();
  await page.getByRole('combobox', { name: 'Find gevinst' }).fill(gains.titles[0] ?? '');
  await page.getByRole('option', { name: gains.titles[0] ?? '' }).click();
  await dialog.getByLabel('Beløb').fill('10 t.kr.');
  await dialog.getByLabel('År', { exact: true }).selectOption(String(gains.year));
  await dialog.getByRole('button', { name: 'Send til validering' }).click();
  await expect(dialog).toBeHidden();
  const own = inboxOf(page).getByRole('listitem').filter({ hasText: 'Fire øjne: en anden skal validere' });
  await expect(own).toContainText('10 t.kr.');
  await expect(own.getByRole('checkbox')).toBeDisabled();
  await own.getByRole('button', { name: 'Ret', exact: true }).click();
  await dialog.getByLabel('Beløb').fill('20.000');
  await dialog.getByRole('button', { name: 'Send til validering' }).click();
  await expect(own).toContainText('20 t.kr.');
  await own.getByRole('button', { name: 'Træk tilbage' }).click();
  await dialog.getByLabel('Begrundelse').fill('Står allerede i målingen.');
  await dialog.getByRole('button', { name: 'Træk tilbage' }).click();
  await expect(own).toHaveCount(0);
});

test('the page speaks English, and a reader without rights decides nothing', async ({ page }) => {
  await signIn(page, 'auditor', 'en');
  await page.goto('/finance?classes=all&prices=fixed');
  await expect(page.getByRole('heading', { level: 1, name: 'Benefits in the accounts' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Months of the accounts' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Approve|Dispute|Close|Report)/ })).toHaveCount(0);
  await expectNoAxeFindings(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoAxeFindings(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
    true,
  );
});
