import { readPastedBlock, writeBlock } from './paste';

describe('readPastedBlock', () => {
  it.each<[string, string, string[][]]>([
    ['one cell', '1.250,50', [['1.250,50']]],
    [
      'a block from Excel, which ends with a line break',
      '01.10.2026\t340\r\n01.11.2026\t\r\n',
      [
        ['01.10.2026', '340'],
        ['01.11.2026', ''],
      ],
    ],
    [
      'rows of different width',
      'a\tb\tc\nd',
      [
        ['a', 'b', 'c'],
        ['d', '', ''],
      ],
    ],
    ['a cell with a line break', '"to\nlinjer"\t5', [['to\nlinjer', '5']]],
    ['a cell with quotes', '"han sagde ""ja"""\t5', [['han sagde "ja"', '5']]],
    ['a quote that belongs to the text', '"Digital" post\t5', [['"Digital" post', '5']]],
    ['a quote that never closes', '"x\ty', [['"x', 'y']]],
    ['an empty row in the middle', 'a\n\nb', [['a'], [''], ['b']]],
    ['an empty last cell', 'a\t', [['a', '']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(readPastedBlock(text)).toEqual(rows);
  });

  it('reads what it writes', () => {
    const rows = [
      ['a\tb', 'c"d'],
      ['e\nf', ''],
    ];
    expect(readPastedBlock(writeBlock(rows))).toEqual(rows);
  });
});
