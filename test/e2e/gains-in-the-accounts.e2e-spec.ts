import { expect, type Locator, type Page, test } from '@playwright/test';
import { inboxOf, itemOf, ledgerRow, openFinance, waterfall } from './finance-page';
import { approvedGain, call, fullProfile, lastDay, mark, month, ownUnit } from './own-gains';
import { expectNoAxeFindings, signIn } from './sign-in';
import { paste, readWorkbook } from './spreadsheet';

const danish = (date: string) => date.split('-').reverse().join('.');
const inWords = (date: string, language: 'da-DK' | 'en-GB') =>
  new Date(date).toLocaleDateString(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What the journey is about: an initiative of a unit of its own, with three gains. All money falls in the last month that ended. */
interface Story {
  unitId: string;
  initiativeId: string;
  year: number;
  measurer: { id: string; name: string };
  /** 1.5 million kroner a year, described by hand. */
  letters: { title: string; id: string };
  /** 1.2 million kroner a year each. */
  trips: { title: string; id: string };
  keys: { title: string; id: string };
}

const dialogOf = (page: Page) => page.getByRole('dialog');
const addressOf = ({ id }: { id: string }) => `/benefits/${id}`;

/** The project manager describes the letters from a template; its profile is filled in until only the leader is missing. */
async function describeFromTemplate(page: Page, story: Story, name: string): Promise<void> {
  await page.goto(`/initiatives/${story.initiativeId}/benefits/new`);
  await page.getByRole('button', { name: 'Porto' }).click();
  await page.getByLabel('Titel').fill(story.letters.title);
  for (const [field, who] of [
    ['Gevinstejer', 'Karen Nyg'],
    ['Måleansvarlig', story.measurer.name],
  ]) {
    await page.getByRole('button', { name: new RegExp(`^${field}`) }).click();
    await page.getByRole('combobox', { name: 'Find person' }).fill(who ?? '');
    await page.keyboard.press('Enter');
  }
  // A measure of its own: two gains that measure the same are a doubt that finance would have to answer.
  await page.getByLabel('Hvad måles').fill(`Breve sendt med posten, ${name}`);
  await page.getByLabel('Nulpunkt', { exact: true }).fill('14.000');
  await page.getByLabel('Nulpunkt målt den').fill(danish(month(-3)));
  await page.getByLabel('Dokumentation').selectOption({ label: 'Optælling' });
  await page.getByLabel('Effekten begynder').fill(danish(month(-1)));
  await page.getByLabel('Mål', { exact: true }).fill('4000');
  await page.getByLabel('Målet er nået den').fill(danish(lastDay(-1)));
  await page.getByLabel('Enheder pr. år efter').fill('12');
  await page.getByLabel('Sats', { exact: true }).fill('12,50');
  await expect(page.getByText('(14.000 − 4.000) breve × 12 måneder × 12,50 kr. = 1.500.000 kr./år')).toBeVisible();
  await page.getByRole('button', { name: 'Tilføj gevinsten' }).click();
  await expect(page.getByRole('heading', { level: 1, name: story.letters.title })).toBeVisible();
  story.letters.id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await page.getByRole('button', { name: 'Kobling til et mål i strategien' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Find mål' }).fill('omsorg');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Markér som profileret' }).click();
  for (const one of ['Beskrivelse', 'Observation', 'Tilskrivning', 'Måling'])
    await page.getByRole('radiogroup', { name: one }).getByRole('radio', { name: 'Ja' }).check();
  // Whoever describes a gain does not approve it.
  await expect(page.getByText('Klar til at blive godkendt. Det afgør en leder for enheden.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Godkend gevinsten' })).toHaveCount(0);
}

/** Go-live freezes the plans; afterwards their fields say how they change. */
async function goLive(page: Page, story: Story): Promise<void> {
  await page.goto(`/initiatives/${story.initiativeId}`);
  await page.getByRole('button', { name: 'Redigér: Tid' }).click();
  const live = page.getByLabel('Idriftsættelse, faktisk');
  await live.fill(danish(month(-1)));
  await live.press('Enter');
  await expect(page.getByText(/Gemt \d\d\.\d\d/).first()).toBeVisible();
  for (const gain of [story.letters, story.trips]) {
    await page.goto(addressOf(gain));
    await expect(page.getByText(`Frosset ved idriftsættelsen ${danish(month(-1))}`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Ret: Værdi og periode' }).click();
  await expect(page.getByText(/Planen er frosset siden/).first()).toBeVisible();
}

/** One block from a spreadsheet, in the order of the rows; rows of others in between get empty lines. */
async function pasteMeasurements(page: Page, values: ReadonlyMap<string, string>): Promise<void> {
  await page.goto('/benefits/due');
  const rows = page.getByRole('row').filter({ has: page.getByRole('textbox') });
  // The running month is listed ahead of time, too.
  const ended = rows.filter({ hasText: danish(lastDay(-1)) });
  const [first = ''] = values.keys();
  await expect(ended.filter({ hasText: first })).toHaveCount(1);
  const lines = (await rows.allTextContents()).map((text) => {
    const value = [...values].find(([title]) => text.includes(title) && text.includes(danish(lastDay(-1))))?.[1];
    return value === undefined ? '\t\t\t' : `${value}\t${danish(lastDay(-1))}\tSystemudtræk\tfra arket`;
  });
  const filled = lines.flatMap((line, index) => (line.startsWith('\t') ? [] : [index]));
  const [top = 0] = filled;
  await paste(
    rows.nth(top).getByRole('textbox', { name: /^Værdi/ }),
    lines.slice(top, (filled.at(-1) ?? top) + 1).join('\r\n'),
  );
  await page.getByRole('button', { name: `Gem ${values.size} målinger` }).click();
  await expect(page.getByText(new RegExp(`${values.size} målinger er gemt kl\\. \\d\\d\\.\\d\\d`))).toBeVisible();
}

async function dispute(page: Page, title: string, reason: string): Promise<void> {
  const dialog = dialogOf(page);
  await itemOf(page, title).getByRole('checkbox').check();
  await inboxOf(page).getByRole('button', { name: 'Bestrid …' }).click();
  await dialog.getByRole('checkbox', { name: /^Tilskrivning/ }).check();
  await dialog.getByLabel('Begrundelse').fill(reason);
  await dialog.getByRole('button', { name: 'Bestrid 1 post' }).click();
  await expect(itemOf(page, title)).toContainText(reason);
}

/** Approves the amounts chosen, having looked at the five tests of each. */
async function approve(page: Page, items: readonly Locator[], words: string): Promise<void> {
  const dialog = dialogOf(page);
  for (const item of items) await item.getByRole('checkbox').check();
  await inboxOf(page)
    .getByRole('button', { name: `Godkend ${items.length} valgte (${words})` })
    .click();
  const folded = dialog.getByRole('button', { name: 'Se prøverne' });
  await expect(folded).toHaveCount(items.length);
  for (let left = items.length; left > 0; left -= 1) await folded.first().click();
  await expect(dialog.getByRole('radio', { name: 'Bestået', exact: true, checked: true })).toHaveCount(
    5 * items.length,
  );
  await dialog.getByRole('button', { name: /^Godkend \d+ poste?r? / }).click();
  await expect(dialog).toBeHidden();
  for (const item of items) await expect(item).toHaveCount(0);
}

const booksOf = (page: Page) => page.getByRole('region', { name: 'I økonomien' });

async function reportBudgeted(page: Page, story: Story, account: string): Promise<void> {
  const dialog = dialogOf(page);
  const monthNumber = String(Number(month(-1).slice(5, 7)));
  await page.goto(addressOf(story.trips));
  await booksOf(page).getByRole('button', { name: 'Indberet beløb' }).click();
  await dialog.getByLabel('Trin').selectOption({ label: 'Indarbejdet i budget' });
  await dialog.getByLabel('Beløb').fill('75.000');
  await dialog.getByLabel('År', { exact: true }).selectOption(String(story.year));
  await dialog.getByLabel('Fra måned').selectOption(monthNumber);
  await dialog.getByLabel('Til måned').selectOption(monthNumber);
  await dialog.getByLabel('Konto').fill(account);
  await dialog.getByLabel('Budgetversion').selectOption({ index: 1 });
  await dialog.getByLabel('Bevis').selectOption({ label: 'Systemudtræk' });
  await dialog.getByRole('button', { name: 'Send til validering' }).click();
  await expect(dialog).toBeHidden();
}

/**
 * Closes the last month that ended, in English. A product can close it once: where an earlier run of the journey did, it stands closed.
 * @returns whether it was closed now
 */
async function closeMonth(page: Page, story: Story): Promise<boolean> {
  const dialog = dialogOf(page);
  const word = inWords(month(-1), 'en-GB');
  await openFinance(page, story);
  const periods = page.getByRole('region', { name: 'Months of the accounts' });
  await expect(periods.getByRole('listitem').first()).toBeVisible();
  const { next } = await call<{ next: string | null }>(page, 'GET', '/finance/periods');
  if (next === month(-1)) {
    await expect(periods).toContainText(`${word} can be closed.`);
    await periods.getByRole('button', { name: `Close ${word} …` }).click();
    await expect(dialog).toContainText('A closed month cannot be opened again.');
    await expect(dialog).toContainText('not decided');
    await expectNoAxeFindings(page);
    await dialog.getByLabel('Note').fill('Reconciled.');
    await dialog.getByRole('button', { name: `Close ${word}` }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(`${word} is closed`, { exact: true })).toBeVisible();
  }
  await expect(periods.getByRole('listitem').first()).toContainText(word);
  await expect(periods.getByRole('listitem').first()).toContainText('Closed by Sofie Hjortshøj');
  await expect(page.getByRole('button', { name: /^Close / })).toHaveCount(0);
  await expectNoAxeFindings(page);
  return next === month(-1);
}

test('a gain is planned, frozen, measured, validated, closed and corrected, and the workbook says the same', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const name = mark();
  const dialog = dialogOf(page);
  const unit = await ownUnit(page, name, 'Social');
  await signIn(page, 'manager');
  const { person } = await call<{ person: { id: string; name: string } }>(page, 'GET', '/session');
  const initiative = await call<{ id: string }>(page, 'POST', '/initiatives', {
    title: `Digital post, ${name}`,
    unitId: unit.id,
  });
  const story: Story = {
    unitId: unit.id,
    initiativeId: initiative.id,
    year: Number(month(-1).slice(0, 4)),
    measurer: person,
    letters: { title: `Færre breve, ${name}`, id: '' },
    trips: { title: `Færre køreture, ${name}`, id: '' },
    keys: { title: `Færre nøgler, ${name}`, id: '' },
  };
  const { letters, trips, keys } = story;

  await test.step('the project manager describes a gain from a template', () =>
    describeFromTemplate(page, story, name));

  await test.step('the leader approves it', async () => {
    await signIn(page, 'leader');
    await page.goto(addressOf(letters));
    await page.getByRole('button', { name: 'Godkend gevinsten' }).click();
    await dialog.getByRole('button', { name: 'Godkend gevinsten' }).click();
    await expect(page.getByRole('heading', { name: 'Godkendt', exact: true })).toBeVisible();
    const profile = { ...(await fullProfile(page)), measurerId: person.id };
    for (const gain of [trips, keys]) gain.id = (await approvedGain(page, initiative.id, gain.title, profile)).id;
  });

  await test.step('go-live freezes the plans, and what was measured is pasted', async () => {
    await signIn(page, 'manager');
    await goLive(page, story);
    await pasteMeasurements(
      page,
      new Map([
        [letters.title, '4.800'],
        [trips.title, '148'],
        [keys.title, '60'],
      ]),
    );
  });

  await test.step('finance disputes one amount and validates the others with the five tests', async () => {
    await signIn(page, 'finance');
    await openFinance(page, story);
    await expect(inboxOf(page).getByRole('listitem')).toHaveCount(3);
    await dispute(page, keys.title, 'Nøglerne er talt før ombygningen.');
    await approve(page, [itemOf(page, letters.title), itemOf(page, trips.title)], '190 t.kr.');
    await expect(inboxOf(page).getByRole('listitem')).toHaveCount(1);
  });

  await test.step('what is validated is budgeted as well', async () => {
    await signIn(page, 'manager');
    await reportBudgeted(page, story, `99.${name.slice(-8)}`);
    await signIn(page, 'finance');
    await openFinance(page, story);
    await approve(page, [itemOf(page, trips.title)], '75 t.kr.');
    const step = await waterfall(page);
    await expect.poll(() => step('Indarbejdet')).toBe(75);
    expect([await step('Lovet'), await step('Bestridt'), await step('Under plan'), await step('Realiseret')]).toEqual([
      325, -100, -35, 190,
    ]);
  });

  await signIn(page, 'controller', 'en');
  const closed = await test.step('the controller closes the month', () => closeMonth(page, story));

  await test.step('a correction and a reversal follow as new entries in the open month', async () => {
    await signIn(page, 'manager');
    await page.goto(addressOf(letters));
    await page.getByRole('button', { name: `Ret målingen fra ${danish(lastDay(-1))}` }).click();
    await dialog.getByLabel('Værdi').fill('5.200');
    await dialog.getByLabel('Hvad var forkert').fill('To postkasser var ikke talt med.');
    await dialog.getByRole('button', { name: 'Gem rettelsen' }).click();
    await expect(dialog).toBeHidden();
    await page.goto(addressOf(trips));
    await booksOf(page)
      .getByRole('listitem')
      .filter({ hasText: 'Indarbejdet i budget' })
      .getByRole('button', { name: 'Tilbagefør' })
      .click();
    await dialog.getByRole('button', { name: 'Bed om tilbageførsel' }).click();
    await expect(dialog.getByText('Skriv en begrundelse.')).toBeVisible();
    await expectNoAxeFindings(page);
    await dialog.getByLabel('Begrundelse').fill('Beløbet er budgetteret på en anden konto.');
    await dialog.getByRole('button', { name: 'Bed om tilbageførsel' }).click();
    await expect(dialog).toBeHidden();

    await signIn(page, 'finance');
    await openFinance(page, story);
    await expect(itemOf(page, letters.title)).toContainText('rettelse');
    await expect(itemOf(page, letters.title)).toContainText('−5 t.kr.');
    await expect(itemOf(page, trips.title)).toContainText('tilbageførsel');
    await approve(page, [itemOf(page, letters.title), itemOf(page, trips.title)], '−80 t.kr.');
    await page.goto(addressOf(trips));
    await expect(booksOf(page).getByRole('listitem').filter({ hasText: 'tilbageførsel' })).toContainText(
      `Bogført i ${inWords(month(0), 'da-DK')}`,
    );
  });

  await test.step('waterfall and ledger tell it, and the workbook equals the screen', async () => {
    await openFinance(page, story);
    const step = await waterfall(page);
    await expect.poll(() => step('Realiseret')).toBe(185);
    const file = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hent xlsx' }).click(),
    ]).then(([download]) => download.path());
    const workbook = await readWorkbook(file, {
      Gevinstregnskab: 'Gevinst',
      Poster: 'Registreret',
      'Fra lovet til bekræftet': 'Gevinst',
    });

    const ledger = workbook['Gevinstregnskab'] ?? [];
    const titles = [letters.title, trips.title, keys.title, 'I alt, 3 gevinster'];
    for (const title of titles) {
      const onScreen = await ledgerRow(page, title);
      const inFile = ledger.find((row) => row['Gevinst'] === title) ?? {};
      expect(Object.keys(onScreen)).toContain('Forventet (frosset)');
      for (const [head, thousands] of Object.entries(onScreen))
        expect([title, head, inFile[head]]).toEqual([title, head, thousands * 1000]);
    }
    expect(await ledgerRow(page, 'I alt, 3 gevinster')).toMatchObject({
      'Forventet (frosset)': 325,
      Realiseret: 185,
      Indarbejdet: 0,
      Afvigelse: -140,
    });

    const total = workbook['Fra lovet til bekræftet']?.find((row) => row['Gevinst'] === 'I alt, 3 gevinster') ?? {};
    const lost = ['Forsinket', 'Ikke målt', 'Bestridt', 'Under plan'];
    for (const head of ['Lovet', ...lost, 'Realiseret', 'Indarbejdet', 'Udmøntet', 'Bekræftet']) {
      const thousands = await step(head);
      expect([head, total[head]]).toEqual([head, (lost.includes(head) ? 0 - thousands : thousands) * 1000]);
    }
    expect(total['Kontrol (0)']).toBe(0);

    const first = closed ? month(-1) : month(0);
    expect(
      workbook['Poster']
        ?.map((row) => [row['Gevinst'], row['Trin'], row['Beløb'], row['Bogført i måneden'], row['Tilbageførsel']])
        .sort((a, b) => String(a).localeCompare(String(b))),
    ).toEqual(
      [
        [letters.title, 'Kvalitetssikret', 115_000, new Date(first), null],
        [trips.title, 'Kvalitetssikret', 75_000, new Date(first), null],
        [trips.title, 'Indarbejdet i budget', 75_000, new Date(first), 'Tilbageført'],
        [letters.title, 'Kvalitetssikret', -5_000, new Date(month(0)), null],
        [trips.title, 'Indarbejdet i budget', -75_000, new Date(month(0)), 'Tilbageførsel'],
      ].sort((a, b) => String(a).localeCompare(String(b))),
    );
  });

  await test.step('the closed month keeps the figures it was closed with', async () => {
    // An earlier run closed it before these gains were there.
    if (!closed) return;
    const word = inWords(month(-1), 'da-DK');
    await page.getByRole('link', { name: `Tallene dengang, som ved lukning af ${word}` }).click();
    await expect(page.getByText(`Tallene er fra lukningen af ${word}.`)).toBeVisible();
    const then = await waterfall(page);
    await expect.poll(() => then('Realiseret')).toBe(190);
    expect([await then('Indarbejdet'), await then('Bestridt')]).toEqual([75, -100]);
    // The rest of the year's plan, 325 a month, at the rate of each gain: 92, 75 and 100 %.
    const left = 12 - Number(month(-1).slice(5, 7));
    expect(await ledgerRow(page, 'I alt, 3 gevinster')).toMatchObject({
      Realiseret: 190,
      [`Forecast hele ${story.year}`]: 190 + left * 290,
    });
  });
});
