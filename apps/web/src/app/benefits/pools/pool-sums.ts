import type { BenefitPoolClaims } from '@hoest/contracts';

/** What all benefits of a pool claim and are granted over its year, in minor units. */
export interface PoolSums {
  plannedClaim: bigint;
  plannedGranted: bigint;
  realisedClaim: bigint;
  realisedGranted: bigint;
}

export function poolSums({ members }: Pick<BenefitPoolClaims, 'members'>): PoolSums {
  const sum = (field: Exclude<keyof BenefitPoolClaims['members'][number], 'benefitId'>) =>
    members.reduce((total, member) => total + BigInt(member[field]), 0n);
  return {
    plannedClaim: sum('plannedClaimMinor'),
    plannedGranted: sum('plannedGrantedMinor'),
    realisedClaim: sum('realisedClaimMinor'),
    realisedGranted: sum('realisedGrantedMinor'),
  };
}
