const STORED = 'samband-token';

/** The right to speak to the web host, kept for this tab only. */
export interface Session {
  token(): string | null;
  accept(token: string): void;
  forget(): void;
}

/**
 * Takes the token or one-time ticket out of the address and wipes it there, so that neither history nor a shared
 * address carries it; without one, what this tab was given before.
 */
export async function openSession(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
): Promise<Session> {
  const session: Session = {
    token: () => storage.getItem(STORED),
    accept: (token) => storage.setItem(STORED, token),
    forget: () => storage.removeItem(STORED),
  };
  const handed = new URLSearchParams(location.hash.replace(/^#\/?/, ''));
  const token = handed.get('token');
  const ticket = handed.get('ticket');
  if (token === null && ticket === null) return session;
  // Where nothing is real yet, whoever opened the browser asks to begin with practice.
  const beginning = handed.has('practice') ? '#/practice' : '#/';
  history.replaceState(null, '', `${location.pathname}${location.search}${beginning}`);
  if (token !== null) session.accept(token);
  if (ticket !== null) {
    const exchanged = await exchangeTicket(ticket);
    if (exchanged !== null) session.accept(exchanged);
  }
  return session;
}

async function exchangeTicket(ticket: string): Promise<string | null> {
  const answer = await fetch('./api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  });
  if (!answer.ok) return null;
  const reply: unknown = await answer.json();
  return tokenIn(reply);
}

function tokenIn(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null || !('value' in reply)) return null;
  const { value } = reply;
  if (typeof value !== 'object' || value === null || !('token' in value)) return null;
  return typeof value.token === 'string' ? value.token : null;
}
