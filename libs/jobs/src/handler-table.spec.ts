import type { HandlerTableError } from './handler-table';
import { handlerTable, type JobHandler } from './handler-table';
import { JOB_NAMES, type JobName } from './job-definitions';
import type { Delivery } from './queue';

const handler = (name: JobName, seen: string[] = []): JobHandler => ({
  name,
  handle: async () => void seen.push(name),
});

describe('handlerTable', () => {
  it('hands each delivery to the handler of its name', async () => {
    const seen: string[] = [];
    const deliver = handlerTable(JOB_NAMES.map((name) => handler(name, seen)));
    await deliver({
      name: 'purge-expired',
      payload: { requestId: 'r' },
      attempt: 1,
      lastAttempt: false,
    } satisfies Delivery);
    expect(seen).toEqual(['purge-expired']);
  });

  it('refuses a job without handler and a job with two, naming both', () => {
    const [first, second, ...others] = JOB_NAMES;
    if (!first || !second) throw new Error('There are no jobs');
    const handlers = [second, second, ...others].map((name) => handler(name));
    let faults: readonly string[] = [];
    try {
      handlerTable(handlers);
    } catch (error) {
      faults = (error as HandlerTableError).faults;
    }
    expect(faults).toEqual([`Job “${first}” has no handler.`, `Job “${second}” has 2 handlers.`]);
  });
});
