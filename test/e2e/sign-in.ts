import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The demo's sign-ins. */
export type DemoRole = 'manager' | 'leader' | 'finance' | 'office' | 'admin' | 'auditor' | 'controller';

const PASSWORD = 'harvest-demo-2026';

/** Signs in as a demo role, in a language, without going through the sign-in page. */
export async function signIn(page: Page, role: DemoRole, language: 'da' | 'en' = 'da'): Promise<void> {
  const baseURL = new URL(
    page.url().startsWith('http') ? page.url() : (process.env['BASE_URL'] ?? 'http://localhost:4300'),
  );
  await page.context().addCookies([{ name: 'lang', value: language, url: baseURL.origin }]);
  const answer = await page.request.post(`${baseURL.origin}/api/v1/session`, {
    data: { email: `${role}@aastrup.example`, password: PASSWORD },
    headers: { origin: baseURL.origin },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** No serious or critical accessibility finding on the page as it stands. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}
