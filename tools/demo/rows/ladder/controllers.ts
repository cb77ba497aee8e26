import type { StoryContext } from '../story-context';

export interface Controller {
  key: string;
  id: string;
}

/** Those who answer as finance controllers for the whole organisation, in the order of the story. */
export function controllersOf({ spec, ids }: StoryContext): Controller[] {
  return spec.organisationRoles.flatMap(([key, role]) =>
    role === 'finance_controller' ? [{ key, id: ids.find('person', key) }] : [],
  );
}

/** The first controller who is independent of a gain and of whoever reports. Source: domain rules, section 4 */
export function deciderOf(
  story: StoryContext,
  gain: { owner: string | null; manager: string | null },
  proposer: string,
): Controller {
  const decider = controllersOf(story).find(
    ({ key }) => key !== proposer && key !== gain.owner && key !== gain.manager,
  );
  if (!decider) throw new Error(`Nobody in finance is independent of what "${proposer}" reports`);
  return decider;
}
