import { webcrypto } from 'node:crypto';
import { passwordFault } from '@hoest/organisation';
import { startPassword } from './start-password';

const random = (bytes: Uint8Array<ArrayBuffer>) => void webcrypto.getRandomValues(bytes);

describe('startPassword', () => {
  it('is four groups that Høst accepts', () => {
    for (let count = 0; count < 100; count += 1) {
      const password = startPassword(random);
      expect(password).toMatch(/^[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}$/);
      expect(passwordFault(password)).toBeNull();
    }
  });

  it('draws again what would make some signs more frequent', () => {
    const drawn = [255, 240, ...Array.from({ length: 20 }, (_, index) => index)];
    expect(startPassword((bytes) => bytes.set([drawn.shift() ?? 0]))).toBe('abcde-fghkm-npqrs-tuvwx');
  });

  it('is another one every time', () => {
    expect(new Set(Array.from({ length: 50 }, () => startPassword(random))).size).toBe(50);
  });
});
