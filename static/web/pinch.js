// Two fingers on the timeline zoom the strip about the day between them.

import { zoom } from "./timescale.js";

/**
 * @param band     element that takes the fingers; its left end is the scale's zero
 * @param strip    see wheel.js
 * @param onStart  called when the second finger comes down
 */
export function mountPinch(band, strip, onStart) {
  const fingers = new Map(); // pointer → x
  let begun = null;

  const apart = () => {
    const [a, b] = [...fingers.values()];
    return Math.max(Math.abs(a - b), 1);
  };

  band.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size !== 2) return;
    onStart();
    const [a, b] = [...fingers.values()];
    const { first, perDay } = strip.scale();
    const x = (a + b) / 2 - band.getBoundingClientRect().left;
    begun = { span: strip.span(), apart: apart(), about: first + x / perDay };
  });
  band.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event.clientX);
    if (begun) strip.show(zoom(begun.span, begun.about, begun.apart / apart()));
  });
  const lift = (event) => {
    fingers.delete(event.pointerId);
    begun = null;
  };
  band.addEventListener("pointerup", lift);
  band.addEventListener("pointercancel", lift);
}
