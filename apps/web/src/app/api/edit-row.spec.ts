import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { unitRoutes } from '@hoest/contracts';
import { provideLanguageForSpecs } from '../language/language-for-specs';
import { editRow } from './edit-row';

interface Row {
  id: string;
  name: string;
  code: string;
  version: number;
}

const BASE: Row = { id: '0197', name: 'Ældre og Sundhed', code: 'E-1', version: 4 };
const settle = () => new Promise((resolve) => setTimeout(resolve));

function setUp() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideLanguageForSpecs()],
  });
  const row = signal<Row>(BASE);
  const edit = TestBed.runInInjectionContext(() =>
    editRow(unitRoutes.changeUnit, { row, params: ({ id }: Row) => ({ id }), saved: (saved) => row.set(saved) }),
  );
  return { row, edit, http: TestBed.inject(HttpTestingController) };
}

const stale = (current: Row, changedFields: string[] | null) => ({
  code: 'stale',
  title: 'En anden har ændret det imens',
  status: 412,
  detail: '',
  current,
  changedFields,
});

describe('editRow', () => {
  it('sends the field with the version it was read at, and offers to undo', async () => {
    const { row, edit, http } = setUp();
    const done = edit.save('name', 'Ældreområdet');
    expect(edit.state('name')).toEqual({ kind: 'saving' });
    await settle();
    const call = http.expectOne('/api/v1/units/0197');
    expect([call.request.method, call.request.headers.get('If-Match'), call.request.body]).toEqual([
      'PATCH',
      '"4"',
      { name: 'Ældreområdet' },
    ]);
    call.flush({ ...BASE, name: 'Ældreområdet', version: 5 });
    expect(await done).toBe(true);
    expect(row().version).toBe(5);
    expect(edit.state('name')).toMatchObject({ kind: 'saved', undoable: true });

    const undone = edit.undo('name');
    await settle();
    const back = http.expectOne('/api/v1/units/0197');
    expect([back.request.headers.get('If-Match'), back.request.body]).toEqual(['"5"', { name: 'Ældre og Sundhed' }]);
    back.flush({ ...BASE, version: 6 });
    expect(await undone).toBe(true);
  });

  it('sends again by itself when another person changed other fields', async () => {
    const { row, edit, http } = setUp();
    const done = edit.save('name', 'Ældreområdet');
    await settle();
    const theirs = { ...BASE, code: 'E-2', version: 5 };
    http
      .expectOne('/api/v1/units/0197')
      .flush(stale(theirs, ['code']), { status: 412, statusText: 'Precondition Failed' });
    await settle();
    const again = http.expectOne('/api/v1/units/0197');
    expect(again.request.headers.get('If-Match')).toBe('"5"');
    again.flush({ ...theirs, name: 'Ældreområdet', version: 6 });
    expect(await done).toBe(true);
    expect(row()).toEqual({ ...theirs, name: 'Ældreområdet', version: 6 });
  });

  it('asks when another person changed the same field, and keeps both values until then', async () => {
    const { row, edit, http } = setUp();
    const done = edit.save('name', 'Min');
    await settle();
    const theirs = { ...BASE, name: 'Deres', version: 5 };
    http
      .expectOne('/api/v1/units/0197')
      .flush(stale(theirs, ['name']), { status: 412, statusText: 'Precondition Failed' });
    expect(await done).toBe(false);
    expect(edit.state('name')).toEqual({ kind: 'conflict', mine: 'Min', theirs: 'Deres', by: undefined });
    expect(edit.unsettled()).toBe(true);
    expect(row()).toBe(BASE);

    const mine = edit.useMine('name');
    await settle();
    const again = http.expectOne('/api/v1/units/0197');
    expect([again.request.headers.get('If-Match'), again.request.body]).toEqual(['"5"', { name: 'Min' }]);
    again.flush({ ...theirs, name: 'Min', version: 6 });
    expect(await mine).toBe(true);
    expect(row().name).toBe('Min');
  });

  it('asks when the row followed another person while the reader was writing', async () => {
    const { row, edit, http } = setUp();
    row.set({ ...BASE, name: 'Deres', version: 5 });
    expect(await edit.save('name', 'Min', 'Ældre og Sundhed')).toBe(false);
    expect(edit.state('name')).toMatchObject({ kind: 'conflict', mine: 'Min', theirs: 'Deres' });
    const mine = edit.useMine('name');
    await settle();
    const call = http.expectOne('/api/v1/units/0197');
    expect([call.request.headers.get('If-Match'), call.request.body]).toEqual(['"5"', { name: 'Min' }]);
    call.flush({ ...BASE, name: 'Min', version: 6 });
    expect(await mine).toBe(true);
  });

  it('takes back a list in the form the route takes it', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideLanguageForSpecs()],
    });
    const row = signal<Row>(BASE);
    const edit = TestBed.runInInjectionContext(() =>
      editRow(unitRoutes.changeUnit, {
        row,
        params: ({ id }: Row) => ({ id }),
        saved: (saved) => row.set(saved),
        sent: (field, value) => (field === 'name' ? `${String(value)}!` : value),
      }),
    );
    const http = TestBed.inject(HttpTestingController);
    const done = edit.save('name', 'A');
    await settle();
    http.expectOne('/api/v1/units/0197').flush({ ...BASE, name: 'A', version: 5 });
    await done;
    void edit.undo('name');
    await settle();
    expect(http.expectOne('/api/v1/units/0197').request.body).toEqual({ name: 'Ældre og Sundhed!' });
  });

  it('takes over what the other person saved when the reader prefers it', async () => {
    const { row, edit, http } = setUp();
    const done = edit.save('name', 'Min');
    await settle();
    // Without a list of changed fields the values themselves are compared.
    http
      .expectOne('/api/v1/units/0197')
      .flush(stale({ ...BASE, name: 'Deres', version: 5 }, null), { status: 412, statusText: 'Precondition Failed' });
    await done;
    edit.keepTheirs('name');
    expect(row()).toEqual({ ...BASE, name: 'Deres', version: 5 });
    expect(edit.state('name')).toEqual({ kind: 'idle' });
  });

  it('saves two fields one after the other, so that the second carries the new version', async () => {
    const { edit, http } = setUp();
    const both = Promise.all([edit.save('name', 'A'), edit.save('code', 'B')]);
    await settle();
    http.expectOne('/api/v1/units/0197').flush({ ...BASE, name: 'A', version: 5 });
    await settle();
    const second = http.expectOne('/api/v1/units/0197');
    expect(second.request.headers.get('If-Match')).toBe('"5"');
    second.flush({ ...BASE, name: 'A', code: 'B', version: 6 });
    expect(await both).toEqual([true, true]);
  });

  it('puts a refusal of the field at the field', async () => {
    const { edit, http } = setUp();
    const done = edit.save('name', '');
    await settle();
    http.expectOne('/api/v1/units/0197').flush(
      {
        code: 'invalid',
        title: 'Ugyldigt',
        status: 400,
        detail: '',
        errors: [{ pointer: '/name', code: 'too_small', detail: 'Skriv et navn.' }],
      },
      { status: 400, statusText: 'Bad Request' },
    );
    expect(await done).toBe(false);
    expect(edit.fault('name')).toBe('Skriv et navn.');
    expect(edit.fault('code')).toBeUndefined();
  });
});
