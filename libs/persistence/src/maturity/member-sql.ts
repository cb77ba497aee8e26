/**
 * How an indicator's members are found in the database. Every piece of SQL is one SELECT for one scope and one as-of date; all
 * pieces of a scope kind are joined by UNION ALL inside one database function (`assemble-functions.ts`).
 *
 * Columns, in this order: object_id, unit_id, member_group, numerator, denominator, status, reason, fresh, next_change_at.
 *  status – `counted`, `missing` (counts 0 because nothing was recorded), `exempt`, or `absent`: not a member on the day, but
 *    it may become one; such a row is not stored, only its `next_change_at` is looked at.
 *  reason – reason codes of the definition, separated by spaces; `met` counts in full.
 *  fresh – whether its record is inside its update limit; null = it cannot grow old.
 *  next_change_at – no later than the first day after `_t` on which the row could differ without anybody writing; null = never.
 *
 * Rows that belong to another row are fetched by LATERAL with OFFSET 0 or LIMIT: one index look-up for each of the few outer
 * rows. Joined plainly, the plan – made once for any scope – may read whole tables instead.
 *
 * Names the SQL may use: `_org`, `_scope`, `_t` (as-of date, end of day), the lower, open ends of the windows `_w6 _w12 _w24
 * _w36` and `_w3` (a day is in W12 when `_w12 < day and day <= _t`), and what the scope kind prepares (see there).
 */
export interface MemberSql {
  indicatorId: string;
  scopeKind: ScopeKind;
  sql: string;
}

export const SCOPE_KINDS = ['initiative', 'strategy', 'person_register'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** Earliest of the given dates that lies after the as-of date; null when none does. */
export function nextAfter(...dates: string[]): string {
  return `least(${dates.map((date) => `case when (${date}) > _t then (${date}) end`).join(', ')})`;
}

/**
 * First day on which `date` has left the window of so many months, which is also the first day on which it lies that many
 * months back or more.
 */
export function leaves(date: string, months: 3 | 6 | 12 | 24 | 36): string {
  return `maturity_window_exit(${date}, ${months})`;
}

/** Whether a half-open validity [from, to) holds on the as-of date. */
export function holds(from: string, to: string): string {
  return `(${from} <= _t and (${to} is null or ${to} > _t))`;
}

/** Codes of the conditions that are not met, in order; `met` when all are. `unmet` pairs a code with its SQL condition. */
export function reasonOf(unmet: readonly (readonly [code: string, when: string])[]): string {
  const codes = unmet.map(([code, when]) => `case when ${when} then '${code}' end`).join(', ');
  return `coalesce(nullif(concat_ws(' ', ${codes}), ''), 'met')`;
}

/** States of a benefit whose plan is approved and not given up. */
export const APPROVED = `('approved', 'in_realisation', 'realised', 'sustained', 'closed')`;

/** Phases of an active initiative. */
export const ACTIVE = `('approved', 'executing', 'realising')`;
