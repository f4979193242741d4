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

/**
 * @param options  {pane, padding, draw(context, view, box)}: the context is in layer pixels, `box` is all it covers
 */
export function canvasOverlay(L, options) {
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
      const density = window.devicePixelRatio || 1;
      const [width, height] = [Math.floor(size.x * density), Math.floor(size.y * density)];
      if (this._container.width !== width || this._container.height !== height) {
        Object.assign(this._container, { width, height });
        Object.assign(this._container.style, { width: `${size.x}px`, height: `${size.y}px` });
      } else this._context.reset();
      L.DomUtil.setPosition(this._container, min);
      this._context.setTransform(density, 0, 0, density, -min.x * density, -min.y * density);
      options.draw(this._context, viewOf(this._map), [min.x, min.y, max.x, max.y]);
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
