import type { CalendarDate } from '@hoest/quantities';
import type { ClientBase } from 'pg';

/**
 * Puts an organisation back to what its records said on earlier days. Most facts carry their dates, and an indicator
 * reads them as of any day; phase, confirmed status and state of a benefit are overwritten when they change, so a month of
 * the past would otherwise be judged by what is true today.
 */
export class PastState {
  private constructor(
    private readonly app: ClientBase,
    private readonly organisationId: number,
  ) {}

  /** Remembers what is true today, for as long as the connection lives. */
  static async remember(app: ClientBase, organisationId: number): Promise<PastState> {
    const past = new PastState(app, organisationId);
    await past.inTransaction(async () => {
      await app.query(
        `create temporary table initiative_today as select id, phase, phase_since from initiative where organisation_id = ${organisationId}`,
      );
      await app.query(
        `create temporary table benefit_today as select id, state, approved_on, frozen_on, first_realised_on from benefit
         where organisation_id = ${organisationId}`,
      );
    });
    return past;
  }

  /** Writes phases, statuses and states as they were on a day; on the present day everything is as remembered. */
  async goTo(day: CalendarDate): Promise<void> {
    await this.inTransaction(async () => {
      await this.app.query(INITIATIVES, [this.organisationId, day]);
      await this.app.query(BENEFITS, [this.organisationId, day]);
    });
  }

  async forget(): Promise<void> {
    await this.app.query('drop table initiative_today, benefit_today');
  }

  private async inTransaction(work: () => Promise<void>): Promise<void> {
    await this.app.query('begin');
    try {
      await this.app.query(
        `select set_config('app.organisation_id', $1, true), set_config('app.request_id', 'demo', true)`,
        [String(this.organisationId)],
      );
      await work();
      await this.app.query('commit');
    } catch (error) {
      await this.app.query('rollback');
      throw error;
    }
  }
}

const INITIATIVES = `
  update initiative i set phase = w.phase, status_confirmed_on = w.confirmed_on
  from (
    select t.id,
      case when t.phase_since <= $2::date then t.phase else coalesce(
        (select p.to_phase from gate_passage p where p.organisation_id = $1 and p.initiative_id = t.id and p.from_phase <> p.to_phase
          and p.phase_started_on <= $2::date order by p.phase_started_on desc limit 1), 'idea') end as phase,
      (select max(c.confirmed_on) from status_confirmation c where c.organisation_id = $1 and c.initiative_id = t.id
        and c.confirmed_on <= $2::date) as confirmed_on
    from initiative_today t
  ) w
  where i.organisation_id = $1 and i.id = w.id and (i.phase, i.status_confirmed_on) is distinct from (w.phase, w.confirmed_on)`;

const BENEFITS = `
  update benefit b set state = w.state
  from (
    select t.id,
      case when t.approved_on > $2::date then 'profiled'
        when t.frozen_on > $2::date then 'approved'
        when t.first_realised_on > $2::date and t.state in ('realised', 'sustained') then 'in_realisation'
        else t.state end as state
    from benefit_today t
  ) w
  where b.organisation_id = $1 and b.id = w.id and b.state <> w.state`;
