import { signal } from '@angular/core';
import type { ImportRecord } from '@hoest/contracts';
import type { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { buildImport } from '../build-import';
import { type Choice, ImportEditor } from './import-editor';

interface Sent {
  body: unknown;
  ifMatch: number | undefined;
}

const problem = (status: number, rest: object = {}) =>
  new ApiProblem({
    type: '',
    title: 'En regel siger nej',
    status,
    detail: 'Se, hvad der mangler.',
    instance: '',
    code: 'x',
    requestId: '',
    ...rest,
  });

function setUp(...answers: (ImportRecord | ApiProblem)[]) {
  const sent: Sent[] = [];
  const record = signal(buildImport());
  const client = {
    call: async (_route: unknown, { body, ifMatch }: Sent) => {
      sent.push({ body, ifMatch });
      const answer = answers.shift();
      if (answer instanceof ApiProblem) throw answer;
      if (!answer) throw new Error('no answer left');
      return answer;
    },
  } as unknown as ApiClient;
  const editor = new ImportEditor(client, record, (saved) => record.set(saved));
  return { editor, record, sent };
}

const dateOrder = (to: 'dmy' | 'mdy', from: 'dmy' | 'mdy'): Choice => ({
  key: 'dateOrder',
  plan: () => ({ change: { dateOrder: to }, back: { dateOrder: from } }),
  of: ({ options }) => options.dateOrder,
  show: ({ options }) => options.dateOrder,
  mine: to,
});
const options = (changed: Partial<ImportRecord['options']>) => ({ ...buildImport().options, ...changed });

describe('saving the choices of the wizard', () => {
  it('sends the version along, shows that it is saved, and takes it back', async () => {
    const { editor, record, sent } = setUp(
      buildImport({ version: 2, options: options({ dateOrder: 'mdy' }) }),
      buildImport({ version: 3 }),
    );
    expect(await editor.save(dateOrder('mdy', 'dmy'))).toBe(true);
    expect(record().options.dateOrder).toBe('mdy');
    expect(editor.state('dateOrder')).toMatchObject({ kind: 'saved', undoable: true });
    await editor.undo('dateOrder');
    expect(sent).toEqual([
      { body: { dateOrder: 'mdy' }, ifMatch: 1 },
      { body: { dateOrder: 'dmy' }, ifMatch: 2 },
    ]);
    editor.destroy();
  });

  it('sends again by itself when somebody else chose something beside it', async () => {
    const theirs = buildImport({ version: 5, options: options({ createUnits: false }) });
    const { editor, sent } = setUp(problem(412, { current: theirs }), { ...theirs, version: 6 });
    expect(await editor.save(dateOrder('mdy', 'dmy'))).toBe(true);
    expect(sent.map(({ ifMatch }) => ifMatch)).toEqual([1, 5]);
    editor.destroy();
  });

  it('lets the reader decide when somebody chose the same thing otherwise', async () => {
    const theirs = buildImport({ version: 5, options: options({ dateOrder: 'mdy' }) });
    const { editor, record, sent } = setUp(
      problem(412, { current: theirs }),
      buildImport({ version: 6, options: options({ decimal: 'point' }) }),
    );
    const decimal: Choice = {
      key: 'dateOrder',
      plan: () => ({ change: { dateOrder: 'dmy' } }),
      of: ({ options: { dateOrder } }) => dateOrder,
      show: () => 'måned først',
      mine: 'dag først',
    };
    expect(await editor.save(decimal)).toBe(false);
    expect(editor.state('dateOrder')).toEqual({ kind: 'conflict', mine: 'dag først', theirs: 'måned først' });
    expect(editor.unsettled()).toBe(true);
    expect(await editor.useMine('dateOrder')).toBe(true);
    expect(sent.at(-1)).toEqual({ body: { dateOrder: 'dmy' }, ifMatch: 5 });
    expect(record().version).toBe(6);
    editor.destroy();
  });

  it('makes each choice from what the one before it left', async () => {
    const { editor, sent } = setUp(
      buildImport({ version: 2, options: options({ currency: 'GBP' }) }),
      buildImport({ version: 3 }),
    );
    const first = editor.save(dateOrder('mdy', 'dmy'));
    const second = editor.save({
      key: 'currency',
      plan: (record) => ({ change: { currency: record.options.currency } }),
      of: (record) => record.options.currency,
      show: (record) => record.options.currency,
      mine: '',
    });
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(sent[1]).toEqual({ body: { currency: 'GBP' }, ifMatch: 2 });
    editor.destroy();
  });

  it('keeps the other’s choice on demand', async () => {
    const theirs = buildImport({ version: 5, options: options({ dateOrder: 'mdy' }) });
    const { editor, record } = setUp(problem(412, { current: theirs }));
    await editor.save(dateOrder('dmy', 'mdy'));
    editor.keepTheirs('dateOrder');
    expect(record().version).toBe(5);
    expect([editor.state('dateOrder').kind, editor.unsettled()]).toEqual(['idle', false]);
  });

  it('says what is wrong at the field, and why it was refused otherwise', async () => {
    const { editor } = setUp(
      problem(422, { errors: [{ pointer: '/columns/0', code: 'target_twice', detail: 'Kun fra én kolonne.' }] }),
      problem(503),
      buildImport({ version: 2 }),
    );
    await editor.save(dateOrder('mdy', 'dmy'));
    expect([editor.fault('dateOrder'), editor.state('dateOrder').kind]).toEqual(['Kun fra én kolonne.', 'idle']);
    await editor.again('dateOrder');
    expect(editor.fault('dateOrder')).toBeUndefined();
    expect(editor.state('dateOrder')).toMatchObject({ kind: 'refused', text: 'En regel siger nej' });
    expect(await editor.again('dateOrder')).toBe(true);
    editor.destroy();
  });
});
