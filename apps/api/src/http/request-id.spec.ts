import { requestIdOf } from './request-id';

describe('requestIdOf', () => {
  it('keeps an id that can stand in logs and headers', () => {
    expect(requestIdOf({ headers: { 'x-request-id': 'abc.DEF-123:4_5' } })).toBe('abc.DEF-123:4_5');
  });

  it.each([undefined, '', 'short', 'with space in it', 'line\nbreak-in-it', 'x'.repeat(101)])(
    'replaces %j',
    (given) => {
      expect(requestIdOf({ headers: given === undefined ? {} : { 'x-request-id': given } })).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});
