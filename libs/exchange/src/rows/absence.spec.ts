import { recogniseAbsence } from './absence';

describe('words that say there is no value', () => {
  it.each([
    ['Exempt under Section 43 of the Freedom of Information Act 2000 (Commercial Interests)', 'withheld'],
    ['\nExempt under Section 24 of the Freedom of Information Act 2000', 'withheld'],
    ['Confidential – commercial', 'withheld'],
    ['Undtaget efter offentlighedsloven § 30', 'withheld'],
    ['Fortroligt', 'withheld'],
    ['Early planning GMPP project \n\n(The project has not yet passed SOC)', 'not_planned'],
    ['TBD', 'not_planned'],
    ['t.b.c.', 'not_planned'],
    ['Ikke fastlagt endnu', 'not_planned'],
    ['Endnu ikke besluttet', 'not_planned'],
    ['N/A', 'not_stated'],
    ['-', 'not_stated'],
    ['…', null],
    ['Ikke oplyst', 'not_stated'],
    ['Not available at this point of time', 'not_stated'],
    ['', null],
    ['0', null],
    ['12o', null],
    ['Tidligst 2027', null],
  ])('%j where a value is expected: %s', (text, absence) => {
    expect(recogniseAbsence(text, 'value')).toBe(absence);
  });

  it('are not found at the beginning of ordinary texts and titles', () => {
    expect(recogniseAbsence('Classified Domain Wide Area Network', 'text')).toBeNull();
    expect(recogniseAbsence('Ongoing support of the register', 'text')).toBeNull();
    expect(recogniseAbsence('Confidential', 'text')).toBe('withheld');
    expect(recogniseAbsence('Exempt under Section 43 of the Act', 'text')).toBe('withheld');
    expect(recogniseAbsence('Ukendt', 'name')).toBeNull();
    expect(recogniseAbsence('Exempt under Section 43 of the Act', 'name')).toBeNull();
    expect(recogniseAbsence(' – ', 'name')).toBe('not_stated');
  });
});
