import { addDays, type CalendarDate } from '@hoest/quantities';
import type { PersonSpec } from '../specs';
import { officeHour } from './story-calendar';
import { personId, type StoryContext } from './story-context';

/** Units and people are older than everything told about them. */
const UNITS_SINCE: CalendarDate = '2007-01-01';

/** Units, people, sign-ins (without password) and the roles people hold apart from initiatives. */
export function addOrganisation(story: StoryContext): void {
  addUnits(story);
  for (const person of story.spec.people) addPerson(story, person);
  addSignIns(story);
  const root = story.spec.units.find(({ parent }) => parent === null);
  if (!root) throw new Error(`${story.spec.name} has no top unit`);
  for (const [person, role] of story.spec.organisationRoles) {
    addRole(story, {
      person,
      kind: 'unit',
      objectId: story.ids.find('unit', root.key),
      role,
      from: story.calendar.monthStart(-40),
    });
  }
}

function addUnits({ spec, ids, rows }: StoryContext): void {
  const paths = new Map<string, string[]>();
  for (const unit of spec.units) {
    const id = ids.of('unit', unit.key, UNITS_SINCE);
    const above = unit.parent === null ? [] : paths.get(unit.parent);
    if (!above) throw new Error(`Unit "${unit.key}" stands before its parent`);
    const path = [...above, id];
    paths.set(unit.key, path);
    rows.unit.push({
      id,
      created_at: officeHour(UNITS_SINCE, 0),
      updated_at: officeHour(UNITS_SINCE, 0),
      parent_id: above.at(-1) ?? null,
      code: unit.code,
      name: unit.name,
      level: above.length,
      in_scope: unit.inScope ?? true,
      valid_from: UNITS_SINCE,
      valid_to: null,
      ancestor_ids: path,
    });
  }
}

/** The day a person left; null = still there. */
export function leftOn(story: StoryContext, key: string): CalendarDate | null {
  const person = story.spec.people.find((candidate) => candidate.key === key);
  return person?.left === undefined ? null : story.calendar.monthEnd(person.left);
}

function addPerson(story: StoryContext, person: PersonSpec): void {
  const { calendar, ids, rows, random, spec } = story;
  const since = calendar.dayOf(-random.of(`since/${person.key}`).whole(62, 190), 1);
  const left = person.left === undefined ? null : calendar.monthEnd(person.left);
  const signIn = spec.signIns.find((candidate) => candidate.person === person.key);
  rows.person.push({
    id: ids.of('person', person.key, since),
    created_at: officeHour(since, 30),
    updated_at: officeHour(left ?? since, 30),
    pseudonym_id: ids.of('pseudonym', person.key, since),
    unit_id: ids.find('unit', person.unit),
    name: person.name,
    email: signIn?.email ?? null,
    title: person.title,
    manager_level: person.level,
    active: left === null,
    valid_from: since,
    valid_to: left,
  });
}

function addSignIns({ spec, calendar, ids, rows }: StoryContext): void {
  const since = calendar.monthStart(-36);
  spec.signIns.forEach((signIn, position) => {
    // The sign-in page lists demo accounts by age: one minute apart keeps them in the order of the story.
    const at = officeHour(since, position);
    const id = ids.of('account', signIn.email, since);
    const account = {
      id,
      created_at: at,
      updated_at: at,
      email: signIn.email,
      locale: 'da',
      is_demo: spec.offersSignIns && !signIn.unlisted,
    };
    rows.account.push({ ...account, person_id: ids.find('person', signIn.person) });
    rows.access_grant.push({
      id: ids.of('access_grant', signIn.email, since),
      account_id: id,
      access_role: signIn.role,
      unit_id: signIn.unit ? ids.find('unit', signIn.unit) : null,
    });
  });
}

/** Somebody answers for something from a day on, to the day they leave. */
export function addRole(
  story: StoryContext,
  role: {
    person: string | null | undefined;
    kind: string;
    objectId: string;
    role: string;
    from: CalendarDate;
    to?: CalendarDate;
  },
): void {
  const holder = personId(story, role.person);
  if (!holder || !role.person) return;
  const left = leftOn(story, role.person);
  const to = role.to ?? (left && left > role.from ? left : null);
  const confirmed = story.calendar.isPast(addDays(role.from, 200)) && !to ? addDays(role.from, 200) : role.from;
  story.rows.role_assignment.push({
    id: story.ids.of('role_assignment', `${role.objectId}/${role.role}/${role.person}`, role.from),
    created_at: officeHour(role.from, 90),
    updated_at: officeHour(confirmed, 90),
    person_id: holder,
    object_kind: role.kind,
    object_id: role.objectId,
    role: role.role,
    valid_from: role.from,
    valid_to: to,
    confirmed_on: confirmed,
  });
}
