// Text that fits: what does not stand in its box at full size is set smaller, down to what can still be read; beyond that
// the box scrolls. Nothing is cut off.

const LEAST = 0.5;
const STEPS = 6;

const overflows = (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;

/**
 * Set `--fit` of a box, between 0.5 and 1, to the largest at which it does not overflow.
 *
 * Sizes inside the box are multiples of it. A box that overflows even so can be scrolled, by the keyboard too.
 */
export function fit(box) {
  const set = (value) => box.style.setProperty("--fit", value.toFixed(3));
  set(1);
  box.removeAttribute("tabindex");
  if (!overflows(box)) return;
  let [low, high] = [LEAST, 1];
  for (let i = 0; i < STEPS; i += 1) {
    const middle = (low + high) / 2;
    set(middle);
    if (overflows(box)) high = middle;
    else low = middle;
  }
  set(low);
  if (overflows(box)) box.tabIndex = 0;
}
