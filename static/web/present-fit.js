// Text that fits: what does not stand in its box is set smaller, down to what can still be read; beyond that the box
// scrolls. Nothing is cut off.

let known = new WeakMap(); // box → what fitted: measuring takes a layout for every size that is tried
document.fonts.addEventListener("loadingdone", () => { known = new WeakMap(); });

const LEAST = 0.5;
const STEPS = 6;

const overflows = (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;

/** The largest value between 0.5 and `most` at which a box does not overflow, and whether it scrolls even so. */
function measured(box, most) {
  const fits = (value) => {
    box.style.setProperty("--fit", value.toFixed(3));
    return !overflows(box);
  };
  if (fits(most)) return { value: most, scrolls: false };
  let [low, high] = [LEAST, most];
  for (let i = 0; i < STEPS; i += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return { value: low, scrolls: !fits(low) };
}

/**
 * Set `--fit` of a box, between 0.5 and `most`, to the largest at which it does not overflow.
 *
 * Sizes inside the box are multiples of it. A box that overflows even so can be scrolled, by the keyboard too.
 *
 * @param what  names what stands in the box, always the same for the same; null where that may be anything
 * @param like  the box that this one stands in for, where sizes are known by that
 * @returns {value, scrolls}, the same object again for the same in a box of the same size
 */
export function fit(box, most = 1, what = null, like = box) {
  const sizes = known.get(like) ?? new Map();
  const key = `${box.clientWidth} ${box.clientHeight} ${what}`;
  const found = (what !== null && sizes.get(key)) || measured(box, most);
  known.set(like, sizes.set(key, found));
  box.style.setProperty("--fit", found.value.toFixed(3));
  if (found.scrolls) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
  return found;
}
