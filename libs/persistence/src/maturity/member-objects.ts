import type { Actor, ObjectKind } from '@hoest/maturity';

/** What a member is about, as SQL over a relation `m` with `object_id` and the organisation in `$1`. */
interface ObjectSql {
  /** Joins that reach the object, the benefit and the initiative it belongs to; all left joins: it may be gone. */
  joins: string;
  /** Its name as people know it. */
  title: string;
  /** Page to open. */
  targetKind: 'initiative' | 'benefit' | 'strategy' | null;
  targetId: string;
  /** Aliases of the rows that hold the people who can act; null = none. */
  initiative: string | null;
  benefit: string | null;
  goal: string | null;
}

const of = (table: string, alias: string, key: string) =>
  `left join ${table} ${alias} on ${alias}.organisation_id = $1 and ${alias}.id = ${key}`;

/** Benefit `b` and its initiative `i`. */
const BENEFIT = (key: string) => `${of('benefit', 'b', key)} ${of('initiative', 'i', 'b.initiative_id')}`;
const INITIATIVE_TITLE = `i.code || ' ' || i.title`;

const OBJECTS: Record<ObjectKind, ObjectSql> = {
  initiative: {
    joins: of('initiative', 'i', 'm.object_id'),
    title: INITIATIVE_TITLE,
    targetKind: 'initiative',
    targetId: 'i.id',
    initiative: 'i',
    benefit: null,
    goal: null,
  },
  benefit: {
    joins: BENEFIT('m.object_id'),
    title: 'b.title',
    targetKind: 'benefit',
    targetId: 'b.id',
    initiative: 'i',
    benefit: 'b',
    goal: null,
  },
  measure: {
    joins: `${of('measure', 'x', 'm.object_id')} ${BENEFIT('x.benefit_id')}`,
    title: `b.title || ' · ' || x.name`,
    targetKind: 'benefit',
    targetId: 'b.id',
    initiative: 'i',
    benefit: 'b',
    goal: null,
  },
  obligation: {
    joins: `${of('obligation', 'o', 'm.object_id')} ${of('measure', 'x', 'o.measure_id')} ${BENEFIT('x.benefit_id')}`,
    title: `b.title || ' · ' || to_char(o.period_end, 'YYYY-MM-DD')`,
    targetKind: 'benefit',
    targetId: 'b.id',
    initiative: 'i',
    benefit: 'b',
    goal: null,
  },
  strategy: {
    joins: of('strategy', 's', 'm.object_id'),
    title: 's.title',
    targetKind: 'strategy',
    targetId: 's.id',
    initiative: null,
    benefit: null,
    goal: null,
  },
  goal: {
    joins: of('goal', 'g', 'm.object_id'),
    title: 'g.title',
    targetKind: 'strategy',
    targetId: 'g.strategy_id',
    initiative: null,
    benefit: null,
    goal: 'g',
  },
  gate_passage: {
    joins: `${of('gate_passage', 'q', 'm.object_id')} ${of('initiative', 'i', 'q.initiative_id')}`,
    title: `${INITIATIVE_TITLE} || ' · ' || q.gate`,
    targetKind: 'initiative',
    targetId: 'i.id',
    initiative: 'i',
    benefit: null,
    goal: null,
  },
  // Never named: figures about people are shown as aggregates only.
  person: {
    joins: '',
    title: 'null::text',
    targetKind: null,
    targetId: 'null::uuid',
    initiative: null,
    benefit: null,
    goal: null,
  },
};

/** People who can act, by the role the reason asks for. */
export type People = Partial<Record<Actor, { id: string; name: string } | null>>;

/** Joins, and columns `title`, `targetKind`, `targetId`, `people`, for members of one kind of object. */
export function objectSql(kind: ObjectKind): { joins: string; columns: string; title: string; id: string } {
  const { joins, title, targetKind, targetId, initiative, benefit, goal } = OBJECTS[kind];
  const person = (key: string) =>
    `(select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.organisation_id = $1 and p.id = ${key})`;
  const people = [
    ...(initiative
      ? [
          `'initiative_manager', ${person(`${initiative}.manager_id`)}`,
          `'initiative_owner', ${person(`${initiative}.owner_id`)}`,
        ]
      : []),
    ...(benefit
      ? [
          `'benefit_owner', ${person(`${benefit}.owner_id`)}`,
          `'measurer', ${person(`coalesce(${benefit}.measurer_id, ${benefit}.owner_id)`)}`,
        ]
      : []),
    ...(goal ? [`'goal_owner', ${person(`${goal}.owner_id`)}`] : []),
  ];
  return {
    joins,
    columns: `${title} as title, ${targetKind ? `'${targetKind}'` : 'null'}::text as "targetKind", ${targetId} as "targetId",
      jsonb_build_object(${people.join(', ')}) as people`,
    title,
    id: targetId,
  };
}
