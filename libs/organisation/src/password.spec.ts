import { passwordFault } from './password';

describe('passwordFault', () => {
  it.each([
    ['short-one', 'too_short'],
    ['a'.repeat(257), 'too_long'],
    ['aaaaaaaaaaaaaaaaaa', 'too_common'],
    ['PasswordPassword123', 'too_common'],
    ['abcdefghijklmnopq', 'too_common'],
    ['1234567890123456', 'too_common'],
  ])('refuses %s', (password, fault) => {
    expect(passwordFault(password)).toBe(fault);
  });

  it('refuses a password that is little more than the address', () => {
    expect(passwordFault('office@aastrup.example1', ['office@aastrup.example'])).toBe('names_account');
  });

  it('takes a long sentence, whatever characters it is made of', () => {
    expect(passwordFault('fire blå ænder på taget')).toBeNull();
    expect(passwordFault('harvest-demo-2026', ['office@aastrup.example', 'Office'])).toBeNull();
  });
});
