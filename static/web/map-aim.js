// Where the map's tools look: under a mouse, else at the middle of the map, as with keys and fingers.

const MOVES = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);

/**
 * @param canvas   the map's element
 * @param signal   ends the listening
 * @param changed  called when the position is another
 * @returns {{at(): LatLng, isCentre()}}
 */
export function createAim(map, canvas, signal, changed) {
  let point = null; // of a mouse, in the frame; it stays when the mouse goes on to a control
  const on = (type, listener) => canvas.addEventListener(type, listener, { signal });
  const set = (next) => {
    if (next === null && point === null) return;
    point = next;
    changed();
  };
  on("pointermove", (event) => {
    if (event.pointerType === "touch" || event.target.closest(".leaflet-control")) return;
    set(map.mouseEventToContainerPoint(event));
  });
  on("pointerleave", () => set(null));
  on("pointerdown", (event) => event.pointerType === "touch" && set(null));
  on("keydown", (event) => MOVES.has(event.key) && set(null));
  map.on("move", changed);
  return {
    at: () => (point ? map.containerPointToLatLng(point) : map.getCenter()),
    isCentre: () => point === null,
  };
}
