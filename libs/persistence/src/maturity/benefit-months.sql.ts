import { MINUTE_UNITS, OPEN_PROMISE_YEARS } from '@hoest/benefits';
import { minorDigits } from '@hoest/quantities';

/** Decimals of every known currency that has other than two, as a SQL expression over `currency`. */
function minorDigitsOf(currency: string): string {
  const odd = Intl.supportedValuesOf('currency').filter((code) => minorDigits(code) !== 2);
  const cases = odd.map((code) => `when '${code}' then ${minorDigits(code)}`).join(' ');
  return `(case ${currency} ${cases} else 2 end)`;
}

const month = (date: string) => `date_trunc('month', ${date})::date`;
const minutes = MINUTE_UNITS.map((unit) => `'${unit}'`).join(', ');

/** The monetised benefits of the initiative and those that share a pool with one of them; each half by its own index. */
const RELEVANT = (columns: string) => `
    select ${columns} from benefit b where b.organisation_id = _org and b.initiative_id = _scope and b.monetised
    union all
    select ${columns} from (
      select distinct o.pool_id from benefit o where o.organisation_id = _org and o.initiative_id = _scope and o.monetised and o.pool_id is not null
    ) p cross join lateral (select x.* from benefit x where x.organisation_id = _org and x.pool_id = p.pool_id offset 0) b
    where b.monetised and b.initiative_id <> _scope`;

/** Rounds a column half to even. Written out: called as a function it would cost more than everything else here. */
const halfEven = (column: string, decimals: 0 | 12) => {
  const unit = decimals === 0 ? '1' : '1e12';
  return `case when abs(${column} - trunc(${column}, ${decimals})) * 2 * ${unit} = 1 and mod(trunc(${column}, ${decimals}) * ${unit}, 2) = 0
    then trunc(${column}, ${decimals}) else round(${column}, ${decimals}) end`;
};

/**
 * Rounds `raw` of `source` to whole numbers that add up to their rounded sum per group: the floors, and one more for the
 * largest fractions, earlier `position` first. Parts are cut to 12 decimals before. `offset 0` keeps the planner from
 * putting each expression in everywhere it is named, which would divide a dozen times.
 */
const wholeParts = (source: string, group: string, position: string) => `
  select w.*, w.part + case when row_number() over (partition by ${group} order by w.exact - w.part desc, ${position})
      <= ${halfEven('w.total', 0)} - w.parts then 1 else 0 end as whole
  from (
    select f.*, sum(f.exact) over (partition by ${group}) as total, sum(f.part) over (partition by ${group}) as parts
    from (select e.*, floor(e.exact) as part from (
      select r.*, ${halfEven('r.raw', 12)} as exact from (select * from ${source} offset 0) r offset 0) e offset 0) f offset 0
  ) w`;

/**
 * Money per month of the monetised benefits of one initiative, F22 with the pool cap F14, following `moneyByMonth` of the
 * benefits lib to the øre. Wide scales before the one division keep ties where they are on both sides. Rows of large tables are
 * fetched by LATERAL … OFFSET 0, one index look-up for each of the few benefits: a plan made for any initiative would
 * otherwise rather read whole tables.
 */
export const BENEFIT_MONTHS_FUNCTION = `
create function maturity_benefit_months(_org int, _scope uuid, _t date) returns setof benefit_month_row language plpgsql stable
  set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  return query
  with relevant as materialized (
    ${RELEVANT('b.*')}
  ), terms as materialized (
    select b.id as benefit_id, b.initiative_id = _scope as own, b.polarity, b.pool_id, b.currency,
      m.id as measure_id, m.money_basis, m.direction, m.unit, m.unit_before, m.rate_minor, m.track_until,
      case when v.id is null then b.attribution else v.attribution end as share,
      case when v.id is null then b.starts_on else v.starts_on end as starts_on,
      case when v.id is null then b.ends_on else v.ends_on end as ends_on,
      v.id as plan_id, v.full_year_value_minor::numeric as full_year, coalesce(pm.baseline_value, z.value) as base,
      coalesce(pm.interpolation, 'linear') as interpolation, p.first_on, f.due_on as final_on, f.value as final,
      v.full_year_value_minor is not null and f.due_on is not null as promised
    from relevant b
      left join lateral (select x.* from measure x where x.organisation_id = _org and x.benefit_id = b.id order by x.position, x.id limit 1) m on true
      left join lateral (select x.* from plan_version x where x.organisation_id = _org and x.benefit_id = b.id
        and x.kind in ('approved', 'frozen_at_go_live') and x.decided_on <= _t order by x.kind = 'frozen_at_go_live' desc, x.number desc limit 1) v on true
      left join lateral (select x.baseline_value, x.interpolation from plan_measure x
        where x.organisation_id = _org and x.plan_version_id = v.id and x.measure_id = m.id limit 1) pm on true
      left join lateral (select x.value from baseline x where x.organisation_id = _org and x.measure_id = m.id and x.value is not null
        order by date_trunc('milliseconds', x.recorded_at) desc, x.id desc limit 1) z on true
      left join lateral (select min(x.due_on) as first_on from plan_point x where x.organisation_id = _org and x.plan_version_id = v.id and x.measure_id = m.id) p on true
      left join lateral (select x.due_on, x.value from plan_point x where x.organisation_id = _org and x.plan_version_id = v.id and x.measure_id = m.id
        order by x.due_on desc limit 1) f on true
  ), answers as materialized (
    select distinct on (x.obligation_id) x.obligation_id, x.value, x.volume
    from terms t cross join lateral (
      select m.* from measurement m where m.organisation_id = _org and m.measure_id = t.measure_id offset 0) x
    where x.obligation_id is not null and x.measured_on <= _t
      and not exists (select from measurement s where s.organisation_id = _org and s.supersedes_id = x.id offset 0)
    order by x.obligation_id, x.measured_on desc, x.id desc
  ), periods as materialized (
    -- What a period is worth: times × numerator × share / divisor, times = its months for a share of the full-year value, else 1.
    select t.benefit_id, o.id as obligation_id, o.period_start, o.period_end, o.waived_reason is not null as waived, o.grace_until, w.by_month, w.numerator, w.divisor
    from terms t
      cross join lateral (select x.* from obligation x where x.organisation_id = _org and x.measure_id = t.measure_id offset 0) o
      left join answers a on a.obligation_id = o.id
      cross join lateral (select coalesce(t.unit_before, t.base) as unit_before) u
      cross join lateral (select t.money_basis = 'unit_saving' and u.unit_before is not null and a.volume is not null and t.rate_minor is not null as by_unit) k
      cross join lateral (select
        t.money_basis <> 'amount' and not k.by_unit as by_month,
        case when t.money_basis = 'amount' then a.value * power(10::numeric, ${minorDigitsOf('t.currency')})
          when k.by_unit then (case t.direction when 'down' then u.unit_before - a.value else a.value - u.unit_before end) * a.volume * t.rate_minor
          when t.final <> t.base then t.full_year * (a.value - t.base) end as numerator,
        case when t.money_basis = 'amount' then 1
          when k.by_unit then case when lower(btrim(t.unit, E' \\t\\r\\n')) in (${minutes}) then 60 else 1 end
          else (t.final - t.base) * 12 end as divisor) w
  ), spans as materialized (
    select t.*,
      case when t.promised then ${month('greatest(t.starts_on, t.first_on)')} else ${month('t.starts_on')} end as first_month,
      case when t.promised then ${month(
        `coalesce(t.ends_on, greatest(t.final_on, coalesce(t.track_until, make_date(extract(year from t.final_on)::int + ${OPEN_PROMISE_YEARS}, 12, 31)),
          (select max(p.period_end) from periods p where p.benefit_id = t.benefit_id and p.numerator is not null)))`,
      )} else ${month('t.ends_on')} end as last_month
    from terms t
  ), owners as materialized (
    select distinct on (p.benefit_id, g.month) p.*, g.month::date as month
    from periods p cross join lateral generate_series(${month('p.period_start')}::timestamp, ${month('p.period_end')}::timestamp, interval '1 month') g(month)
    order by p.benefit_id, g.month, p.period_end, p.obligation_id
  ), segments as (
    select s.benefit_id, s.first_month, s.last_month, s.full_year, s.share, s.base, s.final, s.final_on, s.interpolation, p.due_on, p.value,
      lead(p.due_on) over w as next_on, lead(p.value) over w as next_value
    from spans s cross join lateral (
      select x.* from plan_point x where x.organisation_id = _org and x.plan_version_id = s.plan_id and x.measure_id = s.measure_id offset 0) p
    where s.promised window w as (partition by s.benefit_id order by p.due_on)
  ), promised_months as (
    select s.benefit_id, g.month::date as month, extract(year from g.month)::int as year,
      case when s.base is null or s.final = s.base then
          (s.full_year * s.share * case when e.month_end < s.final_on then 0 else 1 end)::numeric(300, 30) / 12
        when s.next_on is null or s.interpolation = 'step' then
          (s.full_year * s.share * (s.value - s.base))::numeric(300, 30) / ((s.final - s.base) * 12)
        else (s.full_year * s.share * ((s.value - s.base) * (s.next_on - s.due_on) + (s.next_value - s.value) * (e.month_end - s.due_on)))::numeric(300, 30)
          / ((s.next_on - s.due_on) * (s.final - s.base) * 12)
      end as raw
    from segments s
      cross join lateral generate_series(greatest(${month('s.due_on')}, s.first_month)::timestamp,
        least(${month('s.next_on')} - interval '1 month', s.last_month::timestamp), interval '1 month') g(month)
      cross join lateral (select (g.month + interval '1 month')::date - 1 as month_end) e
  ), planned as materialized (
    ${wholeParts('promised_months', 'benefit_id, year', 'month')}
  ), counting as (
    select o.benefit_id, o.obligation_id, o.month, o.by_month, o.numerator, o.divisor, s.share,
      count(*) over (partition by o.obligation_id) as months, row_number() over (partition by o.obligation_id order by o.month) as place
    from owners o join spans s on s.benefit_id = o.benefit_id
    where o.numerator is not null and (s.first_month is null or o.month >= s.first_month) and (s.last_month is null or o.month <= s.last_month)
  ), worth as (
    select c.*, (case when c.by_month then c.months else 1 end * c.numerator * c.share)::numeric(300, 30) / c.divisor as raw from counting c
  ), totals as (
    select w.*, ${halfEven('w.exact', 0)} as total from (select x.*, ${halfEven('x.raw', 12)} as exact from (select * from worth offset 0) x offset 0) w offset 0
  ), realised as materialized (
    select t.benefit_id, t.month, sign(t.total) * (div(abs(t.total), t.months) + case when t.place <= mod(abs(t.total), t.months) then 1 else 0 end) as whole
    from totals t
  ), claims as materialized (
    select coalesce(p.benefit_id, r.benefit_id) as benefit_id, coalesce(p.month, r.month) as month, coalesce(p.whole, 0) as planned,
      coalesce(r.whole, 0) as realised, r.benefit_id is not null as measured
    from planned p full join realised r on r.benefit_id = p.benefit_id and r.month = p.month
  ), pooled as (
    select l.pool_id, c.benefit_id, c.month, side.name as side, side.claim, l.removable_per_month_minor::numeric as removable, h.share
    from claims c
      join (
        select t.*, l.removable_per_month_minor, l.period_from, l.period_to from spans t
          cross join lateral (select x.* from benefit_pool x where x.organisation_id = _org and x.id = t.pool_id limit 1) l
          where t.polarity = 1 and l.currency = t.currency
      ) l on l.benefit_id = c.benefit_id
        and (c.month + interval '1 month')::date - 1 >= l.period_from and (l.period_to is null or c.month <= l.period_to)
      left join lateral (select x.share from pool_share x where x.organisation_id = _org and x.pool_id = l.pool_id and x.benefit_id = c.benefit_id limit 1) h on true
      cross join lateral (values ('planned', c.planned), ('realised', c.realised)) side(name, claim)
  ), weighed as (
    select p.*, sum(p.claim) filter (where p.claim > 0) over w > p.removable as over_claimed,
      case when p.claim > 0 and p.share is not null then
        least(p.claim, (p.removable * p.share)::numeric(300, 30) / greatest(1, sum(p.share) filter (where p.claim > 0) over w)) end as agreed,
      sum(p.claim) filter (where p.claim > 0 and p.share is null) over w as wanted
    from pooled p window w as (partition by p.pool_id, p.month, p.side)
  ), divided as (
    select w.*, case when not w.over_claimed or w.claim <= 0 then w.claim when w.share is not null then w.agreed
        when w.wanted > w.rest then (w.rest * w.claim)::numeric(300, 30) / w.wanted else w.claim end as raw
    from (select x.*, x.removable - coalesce(sum(x.agreed) over (partition by x.pool_id, x.month, x.side), 0) as rest from weighed x) w
  ), granted as materialized (
    ${wholeParts('divided', 'pool_id, month, side', 'benefit_id')}
  )
  select c.benefit_id, c.month, coalesce(gp.whole, c.planned)::bigint, coalesce(gr.whole, c.realised)::bigint,
    case when c.measured then 'measured' when o.obligation_id is null or o.waived or o.grace_until > _t then 'not_due' else 'not_measured' end,
    o.obligation_id is not null, s.promised, case when not o.waived then o.grace_until end
  from claims c join spans s on s.benefit_id = c.benefit_id and s.own
    left join owners o on o.benefit_id = c.benefit_id and o.month = c.month
    left join granted gp on gp.benefit_id = c.benefit_id and gp.month = c.month and gp.side = 'planned'
    left join granted gr on gr.benefit_id = c.benefit_id and gr.month = c.month and gr.side = 'realised';
end $$;`;

/**
 * Next day on which time alone can change the months of the initiative: a grace period ends, a measurement or plan version
 * dated ahead begins to count – also of benefits that share a pool.
 */
export const BENEFIT_MONTHS_NEXT = `
  select min(d.day) from (
    ${RELEVANT('b.id')}
  ) b cross join lateral (
    select v.decided_on as day from plan_version v where v.organisation_id = _org and v.benefit_id = b.id and v.decided_on > _t
    union all
    select o.grace_until from measure m join obligation o on o.organisation_id = _org and o.measure_id = m.id and o.grace_until > _t
      where m.organisation_id = _org and m.benefit_id = b.id
    union all
    select x.measured_on from measure m join measurement x on x.organisation_id = _org and x.measure_id = m.id and x.measured_on > _t
      where m.organisation_id = _org and m.benefit_id = b.id
  ) d`;
