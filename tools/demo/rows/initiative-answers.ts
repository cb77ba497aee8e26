import type { Fact, InitiativeSpec } from '../specs';

/** What the initiative answers to a question of the register; null = nobody has answered. */
export function answerOf(spec: InitiativeSpec, fact: Fact): boolean | null {
  if (spec.yes?.includes(fact)) return true;
  return spec.unanswered?.includes(fact) ? null : false;
}
