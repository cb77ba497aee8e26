import { ChangeStream } from './change-stream';

const open = (topics: ('initiative' | 'job')[] = []) =>
  new ChangeStream({ organisationId: 1, topics: new Set(topics) });
const event = { topic: 'initiative', id: null } as const;

describe('ChangeStream', () => {
  it('tells of its own organisation and topics only', () => {
    const stream = open(['job']);
    stream.tell(1, event, 'a-1');
    stream.tell(2, { ...event, topic: 'job' }, 'a-2');
    stream.tell(1, { ...event, topic: 'job' }, 'a-3');
    expect(String(stream.read())).toBe('id: a-3\nevent: change\ndata: {"topic":"job","id":null}\n\n');
  });

  it('ends a stream that nobody reads, before it fills the memory', () => {
    const stream = open();
    for (let index = 0; index < 5000; index++) stream.tell(1, event, `a-${index}`);
    expect(stream.destroyed).toBe(true);
  });

  it('is quiet after its end', () => {
    const stream = open();
    stream.end();
    stream.beat();
    stream.resync('a-1');
    expect(stream.read()).toBeNull();
  });
});
