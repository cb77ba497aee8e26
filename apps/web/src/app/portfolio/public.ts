/** What other areas may use of the portfolio: the words of its fields, for whoever tells what changed. */
export { FIELD_WORDS, type FieldWord, KIND_WORDS } from './initiative/history/field-words';
