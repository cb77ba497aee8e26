import { ownAddress } from './sign-in-page';

describe('the address after sign-in', () => {
  it.each(['/initiatives/12?unit=3', '/maturity#gains'])('is %s when asked for', (address) =>
    expect(ownAddress(address)).toBe(address),
  );
  it.each([
    undefined,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/sign-in?return=/x',
  ])('is the start page for %s', (address) => expect(ownAddress(address)).toBe('/'));
});
