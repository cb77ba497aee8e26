import type { Label } from '@hoest/quantities';
import type { Actor, Reason } from './indicator-definition';

/** Counts in full. */
export const met = (da: string, en: string): Reason => ({ text: { da, en }, fix: null, actor: null });

/** Counts less than in full: what is missing, what repairs it, who can. */
export const unmet = (actor: Actor | null, text: Label, fix: Label | null): Reason => ({ text, fix, actor });
