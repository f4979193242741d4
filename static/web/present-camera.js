// Where the map looks in a step: at what the camera saw when it was kept, on whatever screen it is shown.

/** The pane, in px, that a camera's zoom refers to; plates read it so, too (layers/plate/projection.py). */
const PANE = { width: 760, height: 480 };
const STEP = 0.25;

/**
 * A kept camera on a pane of another size: the same centre, and no less of the land around it.
 *
 * @param camera  {lat, lon, zoom}
 * @param size    {width, height} of the pane in px
 */
export function cameraOn({ lat, lon, zoom }, { width, height }) {
  if (width === 0 || height === 0) return { lat, lon, zoom };
  const by = Math.log2(Math.min(width / PANE.width, height / PANE.height));
  return { lat, lon, zoom: Math.min(Math.max(Math.floor((zoom + by) / STEP) * STEP, 2), 11) };
}

export const sizeOf = (pane) => ({ width: pane.clientWidth, height: pane.clientHeight });

/** Ids of marks that a step without a camera looks at: those of its items, wide ones only where there are no others. */
export function marksInView(state, ids) {
  const marks = [...new Set(ids.flatMap(state.marksOf))].filter(state.markVisible);
  const smaller = marks.filter(({ wide }) => !wide);
  return (smaller.length > 0 ? smaller : marks).map(({ id }) => id);
}
