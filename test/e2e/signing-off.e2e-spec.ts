import { expect, test } from '@playwright/test';
import { inboxOf, itemOf, openFinance } from './finance-page';
import { mark, ownGains } from './own-gains';
import { expectNoAxeFindings, signIn } from './sign-in';

test('an approval whose sign-in is too old asks for the password and then goes on as it was', async ({ page }) => {
  const gains = await ownGains(page, mark(), 1);
  const [title] = gains.titles;
  await signIn(page, 'finance');
  await openFinance(page, gains);
  await expect(page.getByRole('heading', { level: 2, name: /^Hver lovet krone er realiseret/ })).toBeVisible();

  // The refusal the server gives ten minutes after the password; nobody waits for that here. All else is real.
  const keys: (string | undefined)[] = [];
  await page.route('**/api/v1/finance/validations', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    return route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      json: {
        type: '/problems/reauthentication_required',
        title: 'Bekræft, at det er dig',
        status: 403,
        detail: 'Giv din adgangskode igen.',
        instance: '/api/v1/finance/validations',
        code: 'reauthentication_required',
        requestId: 'r',
      },
    });
  });
  await itemOf(page, title).getByRole('checkbox').check();
  await inboxOf(page)
    .getByRole('button', { name: /^Godkend 1 valgt/ })
    .click();
  const approving = page.getByRole('dialog').filter({ hasText: '5 af 5 prøver bestået' });
  await approving.getByRole('button', { name: /^Godkend 1 post/ }).click();

  const asking = page.getByRole('dialog', { name: 'Bekræft, at det er dig' });
  const password = asking.getByLabel('Adgangskode');
  await expect(password).toBeFocused();
  // Whoever came into the demo with one click never saw its password.
  await expect(asking.getByText('Demoens adgangskode er udfyldt for dig.')).toBeVisible();
  await expectNoAxeFindings(page);
  const right = await password.inputValue();
  await password.fill('en helt forkert kode');
  await page.keyboard.press('Enter');
  await expect(asking.getByText('Det er ikke din adgangskode.')).toBeVisible();
  await password.fill(right);
  await asking.getByRole('button', { name: 'Bekræft og fortsæt' }).click();
  await expect(asking).toBeHidden();
  await expect(approving).toBeHidden();
  await expect(page.getByText(/^1 post godkendt/)).toBeVisible();
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
});
