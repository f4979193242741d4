// The only way elements are made here. Text reaches the page as text nodes, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "g", "path", "rect", "line", "circle", "polygon", "polyline", "text", "title",
  "defs", "linearGradient", "stop"]);

/**
 * An element with properties and children.
 *
 * Functions become listeners (`onclick`), `style` takes an object, true and false set and leave out an attribute,
 * null is left out; anything else is an attribute. Children are nodes, texts, nested arrays, or nothing.
 */
export function h(tag, props, ...children) {
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  append(element, children);
  return element;
}

function setProp(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "style") Object.entries(value).forEach(([key, each]) => element.style.setProperty(key, each));
  else element.setAttribute(name, value === true ? "" : String(value));
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replace what is inside an element, keeping its scroll position and the focus on the same `data-key`. */
export function fill(element, ...children) {
  const scrollTop = element.firstElementChild ? element.scrollTop : 0; // mere words do not scroll, and to ask takes a layout
  const { activeElement } = element.getRootNode();
  const key = element.contains(activeElement) && activeElement.closest("[data-key]")?.dataset.key;
  element.replaceChildren();
  append(element, children);
  if (scrollTop > 0) element.scrollTop = scrollTop; // even to set the same asks for a layout
  if (key) keyed(element, key)?.focus({ preventScroll: true });
}

/** The element with a `data-key`; keys may hold any text, so no selector is built from them. */
const keyed = (box, key) => [...box.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);

/** Scroll `box` (and nothing around it) just so far that `child` is in sight, clear of `inset` px at the top. */
export function reveal(box, child, inset = 0) {
  const outer = box.getBoundingClientRect();
  const inner = child.getBoundingClientRect();
  if (inner.top < outer.top + inset) box.scrollTop -= outer.top + inset - inner.top;
  else if (inner.bottom > outer.bottom) {
    box.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top - inset);
  }
}

/**
 * One tab stop for many: arrow keys, Home and End move the focus among `selector` inside `box`.
 *
 * Call the returned function after the contents changed; it keeps the tab stop on the element with the same
 * `data-key`, or gives it to the first.
 */
export function roving(box, selector, { back = "ArrowUp", forward = "ArrowDown" } = {}) {
  let key = null;
  const stops = () => [...box.querySelectorAll(selector)];
  const settle = () => {
    const all = stops();
    const current = all.find((each) => each.dataset.key === key) ?? all[0];
    all.forEach((each) => { each.tabIndex = each === current ? 0 : -1; });
  };
  box.addEventListener("focusin", (event) => {
    const stop = event.target.closest(selector);
    if (!stop || stop.dataset.key === key) return;
    key = stop.dataset.key;
    settle();
  });
  box.addEventListener("keydown", (event) => {
    const all = stops();
    const at = all.indexOf(event.target);
    const to = { [back]: at - 1, [forward]: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus({ preventScroll: true });
    reveal(box, all[to], 28);
  });
  return settle;
}

/** Put a style sheet beside an element, inside its shadow root if it has one; resolves when it applies. */
export function addSheet(host, href) {
  return new Promise((resolve, reject) => {
    const link = h("link", { rel: "stylesheet", href });
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener("error", () => reject(new Error(`${href} did not load`)), { once: true });
    host.before(link);
  });
}
