/** Why a field is empty although the source had something there. */
export interface Absence {
  kind: 'withheld' | 'text' | 'not_stated';
  /** What stood in the source. */
  text: string;
}

/** A condition of a decision; open while `closedOn` is null. */
export interface DecisionCondition {
  text: string;
  ownerId: string | null;
  due: string | null;
  closedOn: string | null;
}

/** One document or fact a gate asks for, as it stood when the phase started. */
export interface GateArtefact {
  name: string;
  required: boolean;
  complete: boolean;
}
