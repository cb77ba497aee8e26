import { Decimal, sumOf, type DecimalValue } from '@hoest/quantities';

/** One member of an indicator on one date, as it counts in the quotient Σ h / Σ b. */
export interface CountedMember {
  /** Identifies the record on both dates. */
  key: string;
  /** Numerator: hit 1 or 0, share achieved, or amount realised. */
  h: DecimalValue;
  /** Denominator: 1, or the amount planned; 0 when it only subtracts. */
  b: DecimalValue;
}

/** What one record contributed to the movement. */
export interface MovementTerm {
  key: string;
  kind: 'stayed' | 'entered' | 'left';
  /** In units of the value; all terms add up to `after` − `before`. */
  contribution: Decimal;
}

export interface Movement {
  before: Decimal;
  after: Decimal;
  terms: MovementTerm[];
}

/** Σ h / Σ b, or null when nothing is counted. */
export function quotientOf(members: readonly CountedMember[]): Decimal | null {
  const b = sumOf(members.map((member) => member.b));
  return b.isZero() ? null : sumOf(members.map((member) => member.h)).div(b);
}

/**
 * Why an indicator moved between two dates, record by record:
 * p1 − p0 = (1/B1) · [Σ stayed (h1 − h0 − p0·(b1 − b0)) + Σ entered (h1 − p0·b1) − Σ left (h0 − p0·b0)].
 * With b = 1 this is the identity for proportions and means; sum quotients use the same with weights. Exact to 30 digits;
 * the order of the members does not matter. Null when there is no value on one of the dates.
 * Source: domain rules, section 7, "why did it move – inside an indicator"
 */
export function explainMovement(before: readonly CountedMember[], after: readonly CountedMember[]): Movement | null {
  const p0 = quotientOf(before);
  const p1 = quotientOf(after);
  if (p0 === null || p1 === null) return null;
  const old = new Map(before.map((member) => [member.key, member]));
  const now = new Map(after.map((member) => [member.key, member]));
  const total = sumOf(after.map((member) => member.b));
  const terms: MovementTerm[] = [];
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const was = old.get(key);
    const is = now.get(key);
    const h = new Decimal(is?.h ?? 0).minus(was?.h ?? 0);
    const b = new Decimal(is?.b ?? 0).minus(was?.b ?? 0);
    if (was && is && h.isZero() && b.isZero()) continue;
    const kind = was && is ? 'stayed' : is ? 'entered' : 'left';
    terms.push({ key, kind, contribution: h.minus(p0.times(b)).div(total) });
  }
  return { before: p0, after: p1, terms };
}
