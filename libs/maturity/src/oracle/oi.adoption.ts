import { addMonths, Decimal, sumOf } from '@hoest/quantities';
import type { OracleIndicator } from './facts';
import { isStatusFresh } from './reading';

export const adoptionOracle: OracleIndicator = (facts, asOf) =>
  facts.initiatives.flatMap((initiative) => {
    const { goLiveActual } = initiative;
    const series = initiative.adoption.filter(({ intended }) => intended !== null);
    if (series.length === 0 || goLiveActual === null) return [];
    if (goLiveActual > addMonths(asOf, -3) || goLiveActual <= addMonths(asOf, -36)) return [];
    const used = series.map(({ targetRate, points }) => {
      const latest = [...points].sort((a, b) => (a.month < b.month ? -1 : 1)).findLast(({ month }) => month <= asOf);
      return latest ? Decimal.min(1, new Decimal(latest.actualRate).div(targetRate)) : null;
    });
    const measured = used.filter((one) => one !== null);
    const mean = sumOf(measured).div(series.length);
    const shortfall = mean.lessThan(1) ? 'below-target' : 'met';
    return {
      indicatorId: 'oi.adoption',
      scopeKind: 'initiative',
      scopeId: initiative.id,
      objectId: initiative.id,
      unitId: initiative.unitId,
      memberGroup: null,
      numerator: mean.toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toString(),
      denominator: '1',
      status: measured.length === 0 ? 'missing' : 'counted',
      reason: measured.length === 0 ? 'not-measured' : measured.length < series.length ? 'partly-measured' : shortfall,
      fresh: isStatusFresh(initiative, asOf),
    };
  });
