/** Digits of the contract as an amount in minor units; null stays null: not stated is never 0. */
export function wholeAmount(digits: string | null): bigint | null {
  return digits === null ? null : BigInt(digits);
}
