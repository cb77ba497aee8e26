import type { PoolSpec } from '../specs';

/** One cost base that four benefits claim from; together they promise more than can be removed. */
export const POOLS: PoolSpec[] = [
  {
    key: 'koersel',
    name: 'Kørsel i hjemmeplejen',
    costBase: 'Drift og leasing af hjemmeplejens biler og medarbejdernes kørselstid',
    measure: 'Kroner pr. kørt kilometer',
    from: -48,
    removablePerMonth: 200,
    shares: [['Færre kilometer mellem borgere', 0.45]],
  },
];
