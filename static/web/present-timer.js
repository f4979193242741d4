// A stopwatch as a value: running since an instant, or standing, on top of what ran before. Instants in milliseconds.

export const RESET = { since: null, before: 0 };

export const elapsed = ({ since, before }, now) => before + (since === null ? 0 : now - since);

/** Start one that stands, stop one that runs. */
export const toggled = (timer, now) =>
  (timer.since === null ? { ...timer, since: now } : { since: null, before: elapsed(timer, now) });

const two = (number) => String(number).padStart(2, "0");

/** "4:05", "1:04:05". */
export function printElapsed(milliseconds) {
  const seconds = Math.max(Math.floor(milliseconds / 1000), 0);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** "14:05" of the machine's own day. */
export const printClock = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;
