import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { UiLocale } from '../language/ui-locale';
import { seriousFindings } from '../testing/axe';
import { Choose } from './choose';
import { DateInput } from './date-input';
import { Field } from './field';
import { MoneyInput } from './money-input';
import { NumberInput } from './number-input';
import type { SaveState } from './save-status';
import { TriState } from './tri-state';
import { UiControl } from './ui-control';

@Component({
  imports: [Choose, DateInput, Field, MoneyInput, NumberInput, TriState, UiControl],
  template: `<ui-field
      label="Omkostning"
      hint="Uden moms"
      [saveState]="state()"
      (undo)="done.push('undo')"
      (useMine)="done.push('mine')"
      (keepTheirs)="done.push('theirs')"
    >
      <ui-money-input [(value)]="cost" (committed)="committed.push($event)" />
    </ui-field>
    <ui-field label="Ture"
      ><ui-number-input [(value)]="trips" unit="ture/uge" [decimals]="1" min="0" (committed)="committed.push($event)"
    /></ui-field>
    <ui-field label="Frist"><ui-date-input [(value)]="due" (committed)="committed.push($event)" /></ui-field>
    <ui-field label="Ændrer service"><ui-tri-state [(value)]="answer" (committed)="committed.push($event)" /></ui-field>
    <ui-field label="Ejer"
      ><ui-choose
        [options]="people"
        [(value)]="owner"
        listLabel="Find person"
        none="Ingen"
        (committed)="committed.push($event)"
    /></ui-field>
    <ui-field label="Titel" [error]="titleFault()"><input uiControl class="input" /></ui-field>`,
})
class Form {
  cost = signal<string | null>('120000000');
  trips = signal<string | null>(null);
  due = signal<string | null>('2026-12-07');
  answer = signal<boolean | null>(null);
  owner = signal<string | null>(null);
  state = signal<SaveState>({ kind: 'idle' });
  titleFault = signal<string | undefined>(undefined);
  people = [
    { id: 'k', label: 'Karen Nygaard', hint: 'Social og Sundhed' },
    { id: 'j', label: 'Jonas Thygesen' },
  ];
  committed: unknown[] = [];
  done: string[] = [];
}

async function setUp() {
  const fixture = TestBed.createComponent(Form);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const input = (label: string) => {
    const found = [...element.querySelectorAll('label')].find((one) => one.textContent?.trim() === label);
    return element.querySelector<HTMLInputElement>(`#${found?.htmlFor}`)!;
  };
  const field = (label: string) => input(label).closest('ui-field')!;
  const type = async (label: string, text: string) => {
    const one = input(label);
    one.focus();
    one.value = text;
    one.dispatchEvent(new Event('input', { bubbles: true }));
    await fixture.whenStable();
    return one;
  };
  const leave = async (label: string) => {
    input(label).dispatchEvent(new Event('blur'));
    await fixture.whenStable();
  };
  return { fixture, form: fixture.componentInstance, element, input, field, type, leave };
}

describe('amounts', () => {
  it('read what is typed at once and show it back', async () => {
    const { form, field, type } = await setUp();
    await type('Omkostning', '1,5 mio.');
    expect(form.cost()).toBe('150000000');
    expect(field('Omkostning').querySelector('.suffix')?.textContent).toMatch(/^= 1\.500\.000\s?kr\.$/);
    expect(form.committed).toEqual([]);
  });

  it('are handed over when the field is left, once, and then written in full', async () => {
    const { form, input, type, leave } = await setUp();
    await type('Omkostning', '1200 t.kr.');
    await leave('Omkostning');
    await leave('Omkostning');
    expect(form.committed).toEqual([]);
    await type('Omkostning', '1300 t.kr.');
    await leave('Omkostning');
    expect(form.committed).toEqual(['130000000']);
    expect(input('Omkostning').value).toBe('1.300.000');
  });

  it('keep a text that is no amount, say so, and keep the last good value', async () => {
    const { form, input, field, type, leave } = await setUp();
    await type('Omkostning', 'to hundrede');
    await leave('Omkostning');
    expect(input('Omkostning').value).toBe('to hundrede');
    expect(input('Omkostning').getAttribute('aria-invalid')).toBe('true');
    expect(field('Omkostning').querySelector('.fault')?.textContent).toContain('»to hundrede« er ikke et beløb.');
    expect(input('Omkostning').getAttribute('aria-describedby')).toContain(
      field('Omkostning').querySelector('.fault')!.id,
    );
    expect([form.cost(), form.committed]).toEqual(['120000000', []]);
  });

  it('offer a repair that is one click away', async () => {
    const { fixture, form, field, type } = await setUp();
    await type('Omkostning', '2o6,00');
    const repair = field('Omkostning').querySelector<HTMLButtonElement>('.fault button')!;
    expect(repair.textContent).toContain('206,00');
    repair.click();
    await fixture.whenStable();
    expect(form.cost()).toBe('20600');
    expect(field('Omkostning').querySelector('.fault')).toBeNull();
  });

  it('take back what was typed on Escape', async () => {
    const { fixture, form, input, type } = await setUp();
    await type('Omkostning', '5');
    input('Omkostning').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await fixture.whenStable();
    expect([form.cost(), input('Omkostning').value]).toEqual(['120000000', '1.200.000']);
  });

  it('become null when emptied, never zero', async () => {
    const { form, type, leave } = await setUp();
    await type('Omkostning', '');
    await leave('Omkostning');
    expect(form.committed).toEqual([null]);
  });

  it('follow the language', async () => {
    const { fixture, form, input, type } = await setUp();
    TestBed.inject(UiLocale).language.set('en');
    await fixture.whenStable();
    expect(input('Omkostning').value).toBe('1,200,000');
    await type('Omkostning', '1.5 million');
    expect(form.cost()).toBe('150000000');
  });
});

describe('numbers', () => {
  it('show their unit, and refuse what lies outside their limits', async () => {
    const { form, field, type } = await setUp();
    expect(field('Ture').querySelector('.suffix')?.textContent).toBe('ture/uge');
    await type('Ture', '-3');
    expect(field('Ture').querySelector('.fault')?.textContent).toContain('Mindst 0.');
    await type('Ture', '3,25');
    expect(field('Ture').querySelector('.fault')?.textContent).toContain('Højst 1 decimaler.');
    await type('Ture', '3,5');
    expect(form.trips()).toBe('3.5');
  });
});

describe('dates', () => {
  it.each([
    ['31-12-2026', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['31. december 2026', '2026-12-31'],
  ])('read %s', async (text, date) => {
    const { form, type, leave } = await setUp();
    await type('Frist', text);
    await leave('Frist');
    expect(form.committed).toEqual([date]);
  });

  it('refuse a day that is not in the calendar', async () => {
    const { form, field, type } = await setUp();
    await type('Frist', '31.02.2027');
    expect(field('Frist').querySelector('.fault')?.textContent).toContain('er ikke en dato');
    expect(form.due()).toBe('2026-12-07');
  });
});

describe('questions', () => {
  it('are not answered until somebody answers, and can be taken back to that', async () => {
    const { fixture, form, field } = await setUp();
    const radios = [...field('Ændrer service').querySelectorAll<HTMLInputElement>('input[type=radio]')];
    expect(radios.map(({ checked }) => checked)).toEqual([false, false, true]);
    radios[1]!.click();
    await fixture.whenStable();
    expect(form.answer()).toBe(false);
    radios[2]!.click();
    await fixture.whenStable();
    expect([form.answer(), form.committed]).toEqual([null, [false, null]]);
  });
});

describe('choosing one of many', () => {
  it('opens a list to type in, and Enter chooses', async () => {
    const { fixture, form, input } = await setUp();
    input('Ejer').click();
    await fixture.whenStable();
    const filter = document.querySelector<HTMLInputElement>('ui-option-list input')!;
    filter.value = 'thy';
    filter.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect([...document.querySelectorAll('[role=option]')].map((one) => one.textContent?.trim())).toEqual([
      'Jonas Thygesen',
    ]);
    filter.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await fixture.whenStable();
    expect([form.owner(), form.committed]).toEqual(['j', ['j']]);
    expect(input('Ejer').textContent).toContain('Jonas Thygesen');
    expect(document.querySelector('ui-option-list')).toBeNull();
  });

  it('finds by unit as well as by name, whatever the case', async () => {
    const { fixture, input } = await setUp();
    input('Ejer').click();
    await fixture.whenStable();
    const filter = document.querySelector<HTMLInputElement>('ui-option-list input')!;
    filter.value = 'SUNDHED kar';
    filter.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(document.querySelectorAll('[role=option]')).toHaveLength(1);
  });
});

describe('a field', () => {
  it('says how saving goes, and lets undo', async () => {
    const { fixture, form, field } = await setUp();
    form.state.set({ kind: 'saving' });
    await fixture.whenStable();
    expect(field('Omkostning').textContent).toContain('Gemmer …');
    form.state.set({ kind: 'saved', at: new Date('2026-11-23T13:31:00Z'), undoable: true });
    await fixture.whenStable();
    expect(field('Omkostning').querySelector('ui-save-status')?.textContent).toMatch(/Gemt 14\.31/);
    [...field('Omkostning').querySelectorAll('button')].find((one) => one.textContent === 'Fortryd')!.click();
    expect(form.done).toEqual(['undo']);
  });

  it('shows both values of a conflict and lets the reader decide', async () => {
    const { fixture, form, field } = await setUp();
    form.state.set({ kind: 'conflict', mine: '11.12.2026', theirs: '04.12.2026', by: 'Lene Østergaard' });
    await fixture.whenStable();
    const text = field('Omkostning').querySelector('[role=alert]')?.textContent;
    expect(text).toContain('Lene Østergaard ændrede feltet, mens du skrev.');
    expect(text).toContain('11.12.2026');
    expect(text).toContain('04.12.2026');
    field('Omkostning')
      .querySelectorAll<HTMLButtonElement>('[role=alert] button')
      .forEach((button) => button.click());
    expect(form.done).toEqual(['theirs', 'mine']);
  });

  it('describes a native control with its error', async () => {
    const { fixture, form, input } = await setUp();
    form.titleFault.set('Skriv en titel.');
    await fixture.whenStable();
    const described = document.getElementById(input('Titel').getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('Skriv en titel.');
    expect(input('Titel').getAttribute('aria-invalid')).toBe('true');
  });

  it('has no serious finding in axe', async () => {
    const { element } = await setUp();
    expect(await seriousFindings(element)).toEqual([]);
  });
});
