// Tiles of a service that the reader chose, laid between the offline ground and everything that reports say.
//
// Until one is chosen nothing is asked of anybody; a tile that does not come leaves the ground under it in sight.

const WHOLE = [[-85.06, -180], [85.06, 180]];

/**
 * Lay a service's tiles on the map.
 *
 * @param service  {name, url, host, attribution, maxZoom} as layers/web/tiles.py checked it
 * @param changed  called when the first tile has come, and when tiles fail
 * @returns {{came(): whether any tile has come, words(), remove()}}
 */
export function layTiles(L, map, service, changed) {
  const counts = { came: 0, missing: 0 };
  const layer = L.tileLayer(service.url, {
    pane: "tiles", bounds: WHOLE, maxNativeZoom: service.maxZoom, maxZoom: map.getMaxZoom(), keepBuffer: 1,
    // Services want to know who asks; they are told the host of the page, never its address, which holds the view.
    referrerPolicy: "strict-origin",
  });
  const count = (key) => () => {
    counts[key] += 1;
    if (key === "missing" || counts.came === 1) changed();
  };
  layer.on({ tileload: count("came"), tileerror: count("missing") });
  layer.addTo(map);
  return {
    came: () => counts.came > 0,
    words() {
      const missing = counts.missing > 0 && "some tiles did not come, and Dateline's ground shows there";
      return [`Ground: ${service.name} (${service.host}), ${service.attribution}`, missing].filter(Boolean).join("; ");
    },
    remove: () => layer.remove(),
  };
}
