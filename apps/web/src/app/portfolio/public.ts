/** What other areas may use of the portfolio: the words of its fields, for whoever tells what changed. */
export { type FieldWord, wordOf } from './initiative/history/field-words';
