/**
 * Named places where a fault test may end or hold the process. Off unless `armFailPoints` was called, which only happens
 * when the setting FAIL_POINTS allows it.
 */
let armed: Map<string, 'kill' | number> | null = null;

/** @param plan `name=kill` ends the process there; `name=1500` holds it that many milliseconds; several separated by commas. */
export function armFailPoints(plan: string): void {
  armed = new Map(
    plan
      .split(',')
      .filter(Boolean)
      .map((part) => {
        const [name = '', what = 'kill'] = part.split('=');
        return [name, what === 'kill' ? 'kill' : Number(what)];
      }),
  );
}

/** Marks a place between two steps that a crash may separate. */
export async function failPoint(name: string): Promise<void> {
  const action = armed?.get(name);
  if (action === undefined) return;
  if (action === 'kill') process.kill(process.pid, 'SIGKILL');
  else await new Promise((resolve) => setTimeout(resolve, action));
}
