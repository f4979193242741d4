// The value axis of a row of the chart: from zero, or logarithmic where the figures span too much, and then it says so.

/** How many times the smallest figure the largest may be before a linear axis would hide the smallest. */
const LINEAR_SPAN = 50;
/** Figures that differ by less than this share of the largest would lie on each other on an axis from zero. */
const CLOSE = 0.3;

/** The next of 1, 2, 2.5, 5, 10 … at or above a number. */
export function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= value * (1 - 1e-9));
}

const linear = (low, high) => (amount) => (Math.max(amount, low) - low) / (high - low);

/** Ticks from one power of ten to another. */
function logarithmic(least, most) {
  const [low, high] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  return { kind: "log", ticks, at: (amount) => (Math.log10(amount) - low) / (high - low) };
}

/** An axis that leaves out what lies under the smallest figure: whoever draws it marks the break. */
function broken(least, most) {
  const step = nice((most - least) / 2);
  const [low, high] = [Math.floor(least / step) * step - step, Math.ceil(most / step) * step];
  const ticks = Array.from({ length: Math.round((high - low) / step) }, (_, i) => low + (i + 1) * step);
  return { kind: "broken", ticks, at: linear(low, high) };
}

/**
 * A scale for these amounts; all are 0 or more.
 *
 * @returns {kind: "zero"|"broken"|"log", ticks: amounts, at(amount) => 0 at the foot to 1 at the top}
 */
export function valueScale(amounts) {
  const above = amounts.filter((amount) => amount > 0);
  const [least, most] = [Math.min(...above), Math.max(...above)];
  if (above.length === 0) return { kind: "zero", ticks: [0, 1], at: () => 0 };
  const all = above.length === amounts.length;
  if (all && most / least >= LINEAR_SPAN) return logarithmic(least, most);
  if (all && most > least && (most - least) / most < CLOSE && least - nice((most - least) / 2) > 0) {
    return broken(least, most);
  }
  const top = nice(most);
  return { kind: "zero", ticks: [0, top / 2, top], at: linear(0, top) };
}

/** "12,000", "1.5 million": an amount beside an axis. */
export function printTick(amount) {
  return amount >= 1e6 ? `${(amount / 1e6).toLocaleString("en")} million`
    : amount.toLocaleString("en", { maximumFractionDigits: 2 });
}
