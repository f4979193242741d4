// Two surfaces that move and zoom with the map: one of SVG for marks and labels, one of canvas for the basemap.
//
// Both extend Leaflet's L.Renderer, which keeps a container over the view and animates it; only drawing is ours.

/**
 * What drawing needs to know of the camera.
 *
 * @returns {{zoom, scale, x, y, box}} screen = world · scale − (x, y), in Leaflet's layer pixels; `box` is the part
 *   of them inside the map's frame
 */
export function viewOf(map) {
  const origin = map.getPixelOrigin();
  const min = map.containerPointToLayerPoint([0, 0]);
  const size = map.getSize();
  return {
    zoom: map.getZoom(),
    scale: 2 ** map.getZoom(),
    x: origin.x,
    y: origin.y,
    box: [min.x, min.y, min.x + size.x, min.y + size.y],
  };
}

/** What drawing will know once a map of {width, height} is set to look at a camera {lat, lon, zoom}, as Leaflet reckons it. */
export function viewAt(map, { lat, lon, zoom }, { width, height }) {
  const centre = map._limitCenter({ lat, lng: lon }, zoom, map.options.maxBounds);
  const { x, y } = map.project(centre, zoom).subtract([width / 2, height / 2]).round();
  return { zoom, scale: 2 ** zoom, x, y, box: [0, 0, width, height] };
}

/** Do `work` once at the end of the turn, however often it is asked for in it. */
export function onceATurn(work) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      work();
    });
  };
}

/** Pictures that a surface keeps of what may come: the step before and the step after. */
const AHEAD = 2;

/** Leaflet moves a zooming surface by CSS; it must not be redrawn half-way. */
const zooming = (surface) => surface._map._animatingZoom && surface._bounds; // as L.SVG and L.Canvas do

/**
 * @param L        Leaflet
 * @param options  {pane, padding, label: accessible name, draw(view)}: `draw` fills `overlay.root` after each move
 */
export function svgOverlay(L, options) {
  const Overlay = L.Renderer.extend({
    _initContainer() {
      this._container = element("svg", { class: "dl-overlay" });
      if (options.label) attributes(this._container, { role: "group", "aria-label": options.label });
      this.root = element("g", {}, this._container);
    },
    _destroyContainer() {
      this._container.remove();
    },
    _updatePaths() {},
    _update() {
      if (zooming(this)) return;
      L.Renderer.prototype._update.call(this);
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      attributes(this._container, {
        width: size.x, height: size.y, viewBox: `${min.x} ${min.y} ${size.x} ${size.y}`,
      });
      L.DomUtil.setPosition(this._container, min);
      options.draw(viewOf(this._map));
    },
  });
  return new Overlay({ pane: options.pane, padding: options.padding ?? 0.3 });
}

/** Put a transform from layer pixels on a context, for a canvas that covers a box. */
const inLayer = (context, [west, north], density) => context.setTransform(density, 0, 0, density, -west * density, -north * density);

/** Pictures by what they show, the newest few of them. */
function memory(most) {
  const pictures = new Map();
  return {
    isEmpty: () => pictures.size === 0,
    get: (key) => pictures.get(key),
    put(key, picture) {
      pictures.set(key, picture);
      if (pictures.size > most) pictures.delete(pictures.keys().next().value);
    },
  };
}

/**
 * A surface that `redraw()` paints, and `rehearse(view, cast)` paints ahead for a view and a cast that may come.
 *
 * @param options  {pane, padding, draw(context, view, box, cast)}: the context is in layer pixels, `box` is all it covers;
 *                 where it is painted ahead, cast(): what is drawn now, and print(cast): all of it that shows as a text
 */
export function canvasOverlay(L, options) {
  const { cast: now = () => null, print = () => "", draw } = options;
  const ahead = memory(AHEAD);
  const density = () => window.devicePixelRatio || 1;
  const pixels = ([west, north, east, south]) => [(east - west) * density(), (south - north) * density()].map(Math.floor);
  const keyOf = (view, box, cast) => JSON.stringify([view, box, density(), print(cast)]);
  const Overlay = L.Renderer.extend({
    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.className = "dl-overlay";
      this._context = this._container.getContext("2d");
      this.redraw = onceATurn(() => this._map && this._paint()); // one move of the camera asks for several
    },
    _destroyContainer() {
      this._container.remove();
    },
    _updatePaths() {},
    _update() {
      if (zooming(this)) return;
      L.Renderer.prototype._update.call(this);
      this.redraw();
    },
    _paint() {
      const { min, max } = this._bounds;
      const size = this._bounds.getSize();
      const [view, box, cast] = [viewOf(this._map), [min.x, min.y, max.x, max.y], now()];
      const [width, height] = pixels(box);
      if (this._container.width !== width || this._container.height !== height) {
        Object.assign(this._container, { width, height });
        Object.assign(this._container.style, { width: `${size.x}px`, height: `${size.y}px` });
      } else this._context.reset();
      L.DomUtil.setPosition(this._container, min);
      const ready = ahead.isEmpty() ? null : ahead.get(keyOf(view, box, cast));
      if (ready) this._context.drawImage(ready, 0, 0);
      inLayer(this._context, box, density());
      if (!ready) draw(this._context, view, box, cast);
    },
    rehearse(view, cast) {
      const size = L.point(view.box[2], view.box[3]);
      const min = size.multiplyBy(-this.options.padding).round(); // as L.Renderer does
      const max = min.add(size.multiplyBy(1 + this.options.padding * 2)).round();
      const box = [min.x, min.y, max.x, max.y];
      const key = keyOf(view, box, cast);
      const [width, height] = pixels(box);
      if (ahead.get(key) || width === 0 || height === 0) return;
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      inLayer(context, box, density());
      draw(context, view, box, cast);
      ahead.put(key, canvas.transferToImageBitmap());
    },
  });
  return new Overlay({ pane: options.pane, padding: options.padding ?? 0.3 });
}

/** An SVG element with attributes, put into a parent. */
export function element(tag, values = {}, parent = null) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  attributes(node, values);
  parent?.append(node);
  return node;
}

/** Set attributes that differ; null takes one away. */
export function attributes(node, values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) node.removeAttribute(name);
    else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
  }
}
