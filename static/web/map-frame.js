// The frame that folium composed (layers/web/frame.py), put into an element of ours.

/**
 * Import a frame from its module text.
 *
 * The text becomes a module of its own through a blob: URL, so a Content-Security-Policy needs `blob:` among its
 * script sources (Streamlit's own components need it, too) and never `unsafe-eval`.
 *
 * @returns {Promise<(L) => Map>}
 */
export async function frameFrom(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return (await import(url)).default;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Run a frame with an `L` whose `map` is made in `container`: folium looks ids up where a shadow root hides them. */
export function compose(frame, L, container, options) {
  const local = Object.create(L, { map: { value: (_, given) => L.map(container, { ...given, ...options }) } });
  return frame(local);
}
