/** What other areas may use of the overview: rounding so that shown parts add up, the accumulated curve, counts in words, a list shown in full. */
export { MoneyCurve } from './curve/money-curve';
export { numberWord, sentence } from './number-words';
export { ShowAll } from './show-all';
export { shownAmount, shownParts, shownStep } from './shown-amounts';
