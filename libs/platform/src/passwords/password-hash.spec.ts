import { hashPassword, verifyPassword } from './password-hash';

describe('password hash', () => {
  it('recognises the password it was made from, and only that', async () => {
    const hash = await hashPassword('harvest-demo-2026');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, 'harvest-demo-2026')).toBe(true);
    expect(await verifyPassword(hash, 'harvest-demo-2027')).toBe(false);
  });

  it('makes a different hash each time', async () => {
    expect(await hashPassword('the same sentence')).not.toBe(await hashPassword('the same sentence'));
  });

  it('says no to an account without a password, and to a hash it cannot read', async () => {
    expect(await verifyPassword(null, 'anything at all')).toBe(false);
    expect(await verifyPassword('plain', 'plain')).toBe(false);
  });
});
