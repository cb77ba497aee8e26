import { readPastedBlock } from '@hoest/ui';
import { readAdoptionBlock } from './adoption-block';

const read = (text: string, decimal: 'comma' | 'point' = 'comma') => readAdoptionBlock(readPastedBlock(text), decimal);

describe('a pasted block of use', () => {
  it('reads a month and a percentage per row, without its heading', () => {
    expect(read('Måned\tI brug\njan. 2026\t12,5\n2026-02\t20 %\n31.03.2026\t0')).toEqual([
      { kind: 'point', month: '2026-01-01', rate: '0.125' },
      { kind: 'point', month: '2026-02-01', rate: '0.2' },
      { kind: 'point', month: '2026-03-01', rate: '0' },
    ]);
  });

  it('reads a row of months over a row of rates', () => {
    expect(read('January 2026\tFebruary 2026\n40\t55', 'point')).toEqual([
      { kind: 'point', month: '2026-01-01', rate: '0.4' },
      { kind: 'point', month: '2026-02-01', rate: '0.55' },
    ]);
  });

  it('takes numbers up to one as shares when none says per cent', () => {
    expect(read('2026-01\t0,4\n2026-02\t1')).toEqual([
      { kind: 'point', month: '2026-01-01', rate: '0.4' },
      { kind: 'point', month: '2026-02-01', rate: '1' },
    ]);
    expect(read('2026-01\t1 %\n2026-02\t0,5')).toEqual([
      { kind: 'point', month: '2026-01-01', rate: '0.01' },
      { kind: 'point', month: '2026-02-01', rate: '0.005' },
    ]);
  });

  it('names what it cannot read, and leaves months without a value alone', () => {
    expect(read('2026-01\t40\n2026-02\t\nengang\t50\n2026-04\tmange\n2026-05\t-3')).toEqual([
      { kind: 'point', month: '2026-01-01', rate: '0.4' },
      { kind: 'fault', text: 'engang 50' },
      { kind: 'fault', text: '2026-04 mange' },
      { kind: 'fault', text: '2026-05 -3' },
    ]);
  });

  it('keeps the last of two rates for a month', () => {
    expect(read('2026-01\t40\n2026-01\t45')).toEqual([{ kind: 'point', month: '2026-01-01', rate: '0.45' }]);
  });
});
