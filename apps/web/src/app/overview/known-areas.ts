import { inject } from '@angular/core';
import { AREAS } from '../areas';
import { SessionStore } from '../organisation/session-store';

/** Whether the signed-in person has a page for the area of this path; the overview links to nothing that is not there. */
export function injectKnownAreas(): (path: string) => boolean {
  const sessions = inject(SessionStore);
  return (path) => AREAS.some((area) => area.path === path && (!area.permission || sessions.may(area.permission)));
}
