/** One event of a server-sent stream (WHATWG HTML, 9.2.6). */
export interface StreamEvent {
  name: string;
  data: string;
}

/** Reads events out of a fetched body until it ends. Comments, ids and retry lines are passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true }).replaceAll('\r\n', '\n');
    let end = rest.indexOf('\n\n');
    while (end >= 0) {
      const event = readEvent(rest.slice(0, end));
      rest = rest.slice(end + 2);
      if (event) yield event;
      end = rest.indexOf('\n\n');
    }
  }
}

function readEvent(block: string): StreamEvent | null {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) name = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length === 0 ? null : { name, data: data.join('\n') };
}
