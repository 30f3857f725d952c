/** Hours of the day as the book's people live them: the computer's own time zone, its summer time included. */
export interface QuietHours {
  /** 'HH:MM'; `from` may be later than `to`, then the night lies between. */
  from: string;
  to: string;
}

/** Is it quiet at this moment? From `from` on, up to but not at `to`. */
export function isQuiet(at: number, { from, to }: QuietHours): boolean {
  const now = minuteOfDay(at);
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start <= end ? start <= now && now < end : start <= now || now < end;
}

/** The first moment from `at` on that is not quiet; `at` itself when it is not. */
export function quietEnds(at: number, hours: QuietHours): number {
  if (!isQuiet(at, hours)) return at;
  const end = minuteOf(hours.to);
  const today = atMinute(at, 0, end);
  return today > at ? today : atMinute(at, 1, end);
}

/** The next moment after `at` at which quiet hours begin. */
export function quietBegins(at: number, hours: QuietHours): number {
  const start = minuteOf(hours.from);
  const today = atMinute(at, 0, start);
  return today > at ? today : atMinute(at, 1, start);
}

/** How much of the time between two moments was quiet, in milliseconds. */
export function quietBetween(from: number, to: number, hours: QuietHours): number {
  if (hours.from === hours.to) return 0;
  let quiet = 0;
  let at = from;
  while (at < to) {
    const end = quietEnds(at, hours);
    if (end > at) {
      quiet += Math.min(end, to) - at;
      at = end;
    } else {
      at = quietBegins(at, hours);
    }
  }
  return quiet;
}

/** Local midnight of the day `at` lies in. */
export function dayBegins(at: number): number {
  return atMinute(at, 0, 0);
}

export function dayEnds(at: number): number {
  return atMinute(at, 1, 0);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function minuteOfDay(at: number): number {
  const date = new Date(at);
  return date.getHours() * 60 + date.getMinutes();
}

function atMinute(at: number, days: number, minutes: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 0, minutes).getTime();
}
