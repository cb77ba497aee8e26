import { latestBaselineValue, leadMeasure, moneyByMonth, planInForce } from '@hoest/benefits';
import type { BenefitMoneyFacts, PoolFacts } from '@hoest/benefits';
import type { BenefitFacts, InitiativeFacts, OracleFacts, StrategyFacts } from '@hoest/maturity';
import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import { readOracleRows, type OracleRows } from './oracle-rows';

/**
 * Everything the oracle needs of one organisation, joined here from the rows of one plain select per table, so that no SQL
 * of the engine is trusted. Money per month comes from the benefits lib, which the browser uses, too.
 */
export function joinOracleFacts(rows: OracleRows, asOf: CalendarDate): OracleFacts {
  const benefits = joinBenefits(rows, asOf);
  return {
    units: rows.units,
    persons: rows.persons,
    roles: rows.roles,
    strategies: joinStrategies(rows),
    goals: joinGoals(rows),
    initiatives: joinInitiatives(rows, benefits),
  };
}

/** As `joinOracleFacts`, reading the rows. Takes the whole organisation into memory: about 2 kB per benefit and year. */
export async function loadOracleFacts(tx: Transaction, asOf: CalendarDate): Promise<OracleFacts> {
  return joinOracleFacts(await readOracleRows(tx), asOf);
}

function joinStrategies({ strategies, followups }: OracleRows): StrategyFacts[] {
  const of = Map.groupBy(followups, (followup) => followup.strategyId);
  return strategies.map((strategy) => ({ ...strategy, followups: of.get(strategy.id) ?? [] }));
}

function joinGoals({ goals, goalTargets }: OracleRows) {
  const of = Map.groupBy(goalTargets, (target) => target.goalId);
  return goals.map((goal) => ({ ...goal, targets: of.get(goal.id)?.length ?? 0 }));
}

function joinInitiatives(rows: OracleRows, benefits: ReadonlyMap<string, BenefitFacts[]>): InitiativeFacts[] {
  const affected = Map.groupBy(rows.affectedUnits, (row) => row.initiativeId);
  const costs = Map.groupBy(rows.costLines, (row) => row.initiativeId);
  const confirmations = Map.groupBy(rows.statusConfirmations, (row) => row.initiativeId);
  const passages = Map.groupBy(rows.gatePassages, (row) => row.initiativeId);
  const decisions = new Map(rows.decisions.map((decision) => [decision.id, decision]));
  const series = Map.groupBy(rows.adoptionSeries, (row) => row.initiativeId);
  const points = Map.groupBy(rows.adoptionPoints, (row) => row.seriesId);
  return rows.initiatives.map((initiative) => ({
    ...initiative,
    affectedUnitIds: (affected.get(initiative.id) ?? []).map(({ unitId }) => unitId),
    plannedCosts: (costs.get(initiative.id) ?? []).map(({ planMinor }) =>
      planMinor === null ? null : BigInt(planMinor),
    ),
    statusConfirmations: (confirmations.get(initiative.id) ?? []).map(({ confirmedOn }) => confirmedOn),
    passages: (passages.get(initiative.id) ?? []).map((passage) => ({
      ...passage,
      decision: decisions.get(passage.decisionId ?? '') ?? null,
    })),
    adoption: (series.get(initiative.id) ?? []).map((one) => ({ ...one, points: points.get(one.id) ?? [] })),
    benefits: benefits.get(initiative.id) ?? [],
  }));
}

/** Benefits with all they own, by initiative. */
function joinBenefits(rows: OracleRows, asOf: CalendarDate): Map<string, BenefitFacts[]> {
  const measures = Map.groupBy(rows.measures, (row) => row.benefitId);
  const baselines = Map.groupBy(rows.baselines, (row) => row.measureId);
  const targets = Map.groupBy(rows.targetPoints, (row) => row.measureId);
  const obligations = Map.groupBy(rows.obligations, (row) => row.measureId);
  const measurements = Map.groupBy(rows.measurements, (row) => row.measureId);
  const versions = Map.groupBy(rows.planVersions, (row) => row.benefitId);
  const planMeasures = Map.groupBy(rows.planMeasures, (row) => row.planVersionId);
  const planPoints = Map.groupBy(rows.planPoints, (row) => `${row.planVersionId} ${row.measureId}`);
  const money = moneyOf(rows, asOf);

  const joined = rows.benefits.map((benefit) => ({
    initiativeId: benefit.initiativeId,
    facts: {
      ...benefit,
      measures: (measures.get(benefit.id) ?? []).map((measure) => ({
        ...measure,
        baselines: baselines.get(measure.id) ?? [],
        targetPoints: targets.get(measure.id)?.length ?? 0,
        obligations: obligations.get(measure.id) ?? [],
        measurements: measurements.get(measure.id) ?? [],
      })),
      planVersions: (versions.get(benefit.id) ?? []).map((version) => ({
        ...version,
        fullYearValueMinor: version.fullYearValueMinor === null ? null : BigInt(version.fullYearValueMinor),
        measures: (planMeasures.get(version.id) ?? []).map((measure) => ({
          ...measure,
          points: planPoints.get(`${version.id} ${measure.measureId}`) ?? [],
        })),
      })),
      months: money(benefit.id),
    },
  }));
  const byInitiative = Map.groupBy(joined, ({ initiativeId }) => initiativeId);
  return new Map([...byInitiative].map(([id, own]) => [id, own.map(({ facts }) => facts)]));
}

/** Money per month of any benefit, with the pool it claims from. */
function moneyOf(rows: OracleRows, asOf: CalendarDate) {
  const facts = new Map(rows.benefits.map((benefit) => [benefit.id, { ...moneyFacts(benefit, rows, asOf) }]));
  const shares = Map.groupBy(rows.poolShares, (row) => row.poolId);
  const members = Map.groupBy(rows.benefits, (benefit) => benefit.poolId);
  const pools = new Map(
    rows.pools.map((pool): [string, PoolFacts] => [
      pool.id,
      {
        ...pool,
        removablePerMonthMinor: BigInt(pool.removablePerMonthMinor),
        members: (members.get(pool.id) ?? []).flatMap(({ id }) => facts.get(id) ?? []),
        agreedShares: Object.fromEntries((shares.get(pool.id) ?? []).map(({ benefitId, share }) => [benefitId, share])),
      },
    ]),
  );
  const poolIds = new Map(rows.benefits.map(({ id, poolId }) => [id, poolId]));
  return (id: string) => {
    const own = facts.get(id);
    return own ? moneyByMonth(own, asOf, pools.get(poolIds.get(id) ?? '') ?? null) : [];
  };
}

type Benefit = OracleRows['benefits'][number];

function moneyFacts(
  benefit: Benefit,
  rows: OracleRows,
  asOf: CalendarDate,
): BenefitMoneyFacts & Pick<Benefit, 'polarity'> {
  const lead = leadMeasure(rows.measuresByBenefit.get(benefit.id) ?? []);
  const version = planInForce(rows.versionsByBenefit.get(benefit.id) ?? [], asOf);
  const key = `${version?.id} ${lead?.id}`;
  const planMeasure = rows.planMeasureByKey.get(key);
  return {
    ...benefit,
    plan: version && {
      ...version,
      fullYearValueMinor: version.fullYearValueMinor === null ? null : BigInt(version.fullYearValueMinor),
      baselineValue: planMeasure?.baselineValue ?? null,
      interpolation: planMeasure?.interpolation ?? 'linear',
      points: rows.planPointsByKey.get(key) ?? [],
    },
    baselineNow: lead && latestBaselineValue(rows.baselinesByMeasure.get(lead.id) ?? []),
    measure: lead && { ...lead, rateMinor: lead.rateMinor === null ? null : BigInt(lead.rateMinor) },
    obligations: lead ? (rows.obligationsByMeasure.get(lead.id) ?? []) : [],
    measurements: lead ? (rows.measurementsByMeasure.get(lead.id) ?? []) : [],
  };
}
