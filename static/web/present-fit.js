// Text that fits: what does not stand in its box is set smaller, down to what can still be read; beyond that the box
// scrolls. Nothing is cut off.

const LEAST = 0.5;
const STEPS = 6;

const overflows = (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;

/**
 * Set `--fit` of a box, between 0.5 and `most`, to the largest at which it does not overflow.
 *
 * Sizes inside the box are multiples of it. A box that overflows even so can be scrolled, by the keyboard too.
 */
export function fit(box, most = 1) {
  const fits = (value) => {
    box.style.setProperty("--fit", value.toFixed(3));
    return !overflows(box);
  };
  box.removeAttribute("tabindex");
  if (fits(most)) return;
  let [low, high] = [LEAST, most];
  for (let i = 0; i < STEPS; i += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  if (!fits(low)) box.tabIndex = 0;
}
