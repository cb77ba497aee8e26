import { benefitCoverage } from '../indicators/gr.benefit-coverage';
import { strategyAnchored } from '../indicators/dl.strategy-anchored';
import { register } from '../indicators/op.register';
import { countedMembers, NO_MEMBER, sumsOf, type WeighedMember } from './counted-members';
import { quotientOf } from './movement';

const member = (key: string, numerator: string, status: WeighedMember['status'] = 'counted'): WeighedMember => ({
  key,
  numerator,
  denominator: '1',
  status,
});

describe('members as terms of the quotient', () => {
  it('leave exempt ones out where no allowance is defined', () => {
    expect(countedMembers(register, [member('a', '1'), member('b', '0', 'exempt')])).toHaveLength(1);
  });

  it('let exempt ones beyond the allowance weigh in equally', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => member(key, '1'));
    const exempt = ['g', 'h', 'i', 'j'].map((key) => member(key, '0', 'exempt'));
    const counted = countedMembers(benefitCoverage, [...all, ...exempt]);
    expect(quotientOf(counted)?.toString()).toBe('0.75');
    expect(counted.filter(({ key }) => key >= 'g').map(({ b }) => String(b))).toEqual(['0.5', '0.5', '0.5', '0.5']);
  });

  it('take the best step only, or "none"', () => {
    const steps = [
      { key: 'old', numerator: '25', denominator: '100', status: 'counted' as const },
      { key: 'new', numerator: '75', denominator: '100', status: 'counted' as const },
    ];
    expect(countedMembers(strategyAnchored, steps)).toMatchObject([{ key: 'new', b: 1 }]);
    expect(quotientOf(countedMembers(strategyAnchored, steps))?.toString()).toBe('0.75');
    expect(countedMembers(strategyAnchored, [])).toEqual([{ key: NO_MEMBER, h: 0, b: 1 }]);
  });

  it('stand together without changing the quotient', () => {
    const apart = [
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((key) => member(key, '1')),
      ...['g', 'h', 'i', 'j'].map((key) => member(key, '0', 'exempt')),
    ];
    const together: WeighedMember[] = [
      { key: 'rest', numerator: '6', denominator: '6', status: 'counted', count: 6 },
      { key: 'rest exempt', numerator: '0', denominator: '0', status: 'exempt', count: 4 },
    ];
    expect(quotientOf(countedMembers(benefitCoverage, together))).toEqual(
      quotientOf(countedMembers(benefitCoverage, apart)),
    );
  });
});

describe('sums of members', () => {
  it('count what counts, what is missing and what is exempt', () => {
    const members: WeighedMember[] = [
      member('a', '1'),
      member('b', '0', 'missing'),
      { ...member('c', '0', 'exempt'), denominator: '0' },
      { key: 'loss', numerator: '-3', denominator: '0', status: 'counted' },
      { key: 'rest', numerator: '5', denominator: '8', status: 'counted', count: 8 },
    ];
    expect(sumsOf('gr.realisation-rate', members)).toMatchObject({
      n: 10,
      numerator: '3',
      denominator: '10',
      missing: 1,
      exempt: 1,
      best: '1',
    });
  });
});
