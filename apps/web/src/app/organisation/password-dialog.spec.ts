import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideLanguageForSpecs } from '../language/language-for-specs';
import { PasswordConfirmation } from './password-confirmation';

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const dialog = () => document.querySelector<HTMLElement>('app-password-dialog');
const field = () => dialog()?.querySelector<HTMLInputElement>('input[type=password]') ?? fail('no field');
const button = (name: string) =>
  [...(dialog()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent.trim() === name) ??
  fail(`no button ${name}`);

function fail(what: string): never {
  throw new Error(what);
}

async function asked() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideLanguageForSpecs()],
  });
  const confirmation = TestBed.inject(PasswordConfirmation);
  const answers = [confirmation.ask(), confirmation.ask()];
  while (!dialog()) await settle();
  await settle();
  return { answers: Promise.all(answers), http: TestBed.inject(HttpTestingController) };
}

const give = async (password: string) => {
  field().value = password;
  button('Bekræft og fortsæt').click();
  await settle();
};

describe('the question for the password', () => {
  it('is one dialog however many calls wait, and answers all of them when the server has taken it', async () => {
    const { answers, http } = await asked();
    expect(document.querySelectorAll('app-password-dialog')).toHaveLength(1);
    expect(document.activeElement).toBe(field());
    await give('a sentence for tests');
    const call = http.expectOne('/api/v1/session/confirmation');
    expect(call.request.body).toEqual({ password: 'a sentence for tests' });
    call.flush(null);
    expect(await answers).toEqual([true, true]);
  });

  it('stays open with the reason when the password is wrong', async () => {
    const { answers, http } = await asked();
    await give('wrong');
    http.expectOne('/api/v1/session/confirmation').flush(
      {
        code: 'rule_refused',
        title: 'En regel siger nej',
        status: 422,
        errors: [{ pointer: '/password', code: 'wrong_password', detail: 'Det er ikke din adgangskode.' }],
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    await settle();
    expect(dialog()?.textContent).toContain('Det er ikke din adgangskode.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    button('Annullér').click();
    expect(await answers).toEqual([false, false]);
  });

  it('sends nothing while nothing is typed', async () => {
    const { answers, http } = await asked();
    await give('');
    http.verify();
    expect(dialog()?.textContent).toContain('Skriv din adgangskode.');
    button('Annullér').click();
    await answers;
  });
});
