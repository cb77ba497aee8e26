import { versionIn } from './if-match';

describe('versionIn', () => {
  it.each([
    ['"7"', 7],
    ['W/"7"', 7],
    [' "12" ', 12],
  ])('reads %s', (header, version) => {
    expect(versionIn(header)).toBe(version);
  });

  it.each([undefined, '', '7', '*', '"x"', '"1", "2"', '"-1"'])('refuses %s', (header) => {
    expect(() => versionIn(header)).toThrow('version_required');
  });
});
