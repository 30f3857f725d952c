import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEvents, type StreamEvent } from '../../renderer/api/event-stream.ts';

async function read(chunks: readonly string[]): Promise<StreamEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
  return collect(body);
}

async function collect(body: ReadableStream<Uint8Array>): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

describe('reading the event stream', () => {
  it('gives name and data of each event', async () => {
    assert.deepEqual(await read(['event: changed\ndata: {"topics":["books"]}\n\n']), [
      { name: 'changed', data: '{"topics":["books"]}' },
    ]);
  });

  it('joins what the network cut anywhere, also inside a character', async () => {
    const whole = new TextEncoder().encode('event: changed\ndata: åäö\n\nevent: changed\ndata: 2\n\n');
    for (let cut = 1; cut < whole.length; cut++) {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(whole.slice(0, cut));
          controller.enqueue(whole.slice(cut));
          controller.close();
        },
      });
      const events = await collect(body);
      assert.deepEqual(
        events.map(({ data }) => data),
        ['åäö', '2'],
      );
    }
  });

  it('passes over comments and ids, and drops an event that never ended', async () => {
    assert.deepEqual(await read([': open\n\n', 'id: 7\nretry: 5\n\n', 'event: changed\ndata: 1']), []);
  });

  it('joins several data lines and knows both line ends', async () => {
    assert.deepEqual(await read(['data: a\r\ndata: b\r\n\r\n']), [{ name: 'message', data: 'a\nb' }]);
  });
});
