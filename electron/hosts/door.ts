import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../clock.ts';

/** Long enough for a browser to start on a slow laptop, short enough to be useless in a shell history. */
const TICKET_LIFE_MS = 2 * 60_000;

/** Who may come in by the web host. */
export interface Door {
  /** What the bearer of a request is: the token of this start, one given for a ticket, or nothing we know. */
  bearerOf(headers: IncomingHttpHeaders): 'start' | 'session' | null;
  /** A ticket that one browser can exchange once, within two minutes. */
  issueTicket(): string;
  /** A new bearer for a ticket, or null when it was used, is too old or was never issued. */
  redeem(ticket: string): string | null;
}

/** Bearers and tickets are kept hashed: the time it takes to look a hash up tells nothing of the secret. */
export function createDoor(startToken: string, clock: Clock): Door {
  const bearers = new Map<string, 'start' | 'session'>([[digest(startToken), 'start']]);
  const tickets = new Map<string, number>();
  return {
    bearerOf({ authorization }) {
      const bearer = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      return bearer === undefined ? null : (bearers.get(digest(bearer)) ?? null);
    },
    issueTicket() {
      for (const [ticket, expiresAt] of tickets) if (expiresAt <= clock.now()) tickets.delete(ticket);
      const ticket = randomBytes(24).toString('base64url');
      tickets.set(digest(ticket), clock.now() + TICKET_LIFE_MS);
      return ticket;
    },
    redeem(ticket) {
      const key = digest(ticket);
      const expiresAt = tickets.get(key);
      tickets.delete(key);
      if (expiresAt === undefined || expiresAt <= clock.now()) return null;
      const bearer = randomBytes(32).toString('base64url');
      bearers.set(digest(bearer), 'session');
      return bearer;
    },
  };
}

/**
 * Whether a request was addressed to this server by the name it has (a page elsewhere that lets its own name point to
 * 127.0.0.1 gives that name as Host), and was not made by another site's page.
 */
export function isAddressedToUs({ host, origin }: IncomingHttpHeaders, port: number): boolean {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !names.includes(host.toLowerCase())) return false;
  return origin === undefined || names.some((name) => origin === `http://${name}`);
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}
