import type { BenefitMapSpec } from '../specs';
import { partId } from './identifiers';
import { officeHour } from './story-calendar';
import { CURRENCY, minorOf, personId, type StoryContext } from './story-context';

/** What a key or title of the map stands for. */
interface MapEnd {
  kind: 'enabler' | 'activity' | 'benefit' | 'goal';
  id: string;
}

/** How long after the registration of its initiative a map was drawn. */
const DRAWN_AFTER_DAYS = 60;

/** Maps stand after the initiatives and benefits they name. */
export function addBenefitMaps(story: StoryContext): void {
  addOwnLinks(story);
  for (const map of story.spec.benefitMaps ?? []) addBenefitMap(story, map);
}

/** The goals benefits name, as the schema keeps a row for each. */
function addOwnLinks({ rows }: StoryContext): void {
  for (const { id, goal_id, created_at } of rows.benefit) {
    if (goal_id === null) continue;
    rows.map_link.push({
      id: partId(String(id), 'e', 0, String(created_at).slice(0, 10)),
      created_at,
      updated_at: created_at,
      from_enabler_id: null,
      from_activity_id: null,
      from_benefit_id: id,
      to_activity_id: null,
      to_benefit_id: null,
      to_goal_id: goal_id,
      stands_alone: false,
      required: false,
      note: null,
    });
  }
}

function addBenefitMap(story: StoryContext, map: BenefitMapSpec): void {
  const { ids, rows, calendar, priceYear } = story;
  const initiativeId = ids.find('initiative', map.initiative);
  const registeredAt = rows.initiative.find(({ id }) => id === initiativeId)?.created_at;
  const on = new Date(Date.parse(String(registeredAt)) + DRAWN_AFTER_DAYS * 86_400_000).toISOString().slice(0, 10);
  const made = { created_at: officeHour(on, 95), updated_at: officeHour(on, 95) };
  const ends = new Map<string, MapEnd>();
  for (const { initiative_id, title, id } of rows.benefit)
    if (initiative_id === initiativeId) ends.set(String(title), { kind: 'benefit', id: String(id) });
  for (const { key, title, kind, note } of map.enablers) {
    const id = ids.of('enabler', `${map.initiative}/${key}`, on);
    ends.set(key, { kind: 'enabler', id });
    rows.enabler.push({ id, ...made, initiative_id: initiativeId, title, kind, note: note ?? null });
  }
  for (const activity of map.activities) {
    const id = ids.of('change_activity', `${map.initiative}/${activity.key}`, on);
    ends.set(activity.key, { kind: 'activity', id });
    rows.change_activity.push({
      id,
      ...made,
      initiative_id: initiativeId,
      unit_id: ids.find('unit', activity.unit),
      title: activity.title,
      kind: activity.kind,
      owner_id: personId(story, activity.owner),
      due_on: calendar.monthEnd(activity.due),
      hours_planned: activity.hours ?? null,
      budget_minor: activity.budget === undefined ? null : minorOf(activity.budget),
      currency: CURRENCY,
      price_year: activity.budget === undefined ? null : priceYear,
      persons_planned: activity.persons ?? null,
      hours_needed: activity.needed ?? null,
      hours_delivered_released: activity.delivered ?? null,
      done_on: activity.done === undefined ? null : calendar.dayOf(activity.done, 20),
    });
  }
  const end = (name: string): MapEnd => ends.get(name) ?? { kind: 'goal', id: ids.find('goal', name) };
  for (const link of map.links) {
    const [from, to] = [end(link.from), end(link.to)];
    const id = ids.of('map_link', `${map.initiative}/${link.from}/${link.to}`, on);
    const at = (place: MapEnd, kind: MapEnd['kind']) => (place.kind === kind ? place.id : null);
    rows.map_link.push({
      id,
      ...made,
      from_enabler_id: at(from, 'enabler'),
      from_activity_id: at(from, 'activity'),
      from_benefit_id: at(from, 'benefit'),
      to_activity_id: at(to, 'activity'),
      to_benefit_id: at(to, 'benefit'),
      to_goal_id: at(to, 'goal'),
      stands_alone: true,
      required: link.required ?? false,
      note: link.note ?? null,
    });
    for (const [text, status, daysAgo] of link.assumptions ?? []) {
      const reviewed = calendar.daysFromToday(-daysAgo);
      rows.assumption.push({
        id: ids.of('assumption', `${map.initiative}/${text}`, on),
        created_at: made.created_at,
        updated_at: officeHour(reviewed, 120),
        map_link_id: id,
        text,
        status,
        reviewed_on: reviewed,
      });
    }
  }
}
