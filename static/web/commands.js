// What the palette can do, by name. A command that would change nothing is left out.

import { UNITS, UNIT_NAMES } from "./units.js";

/** Commands of a desk: [{name, keys, run}]; `map` is what mountMap gave, or undefined where there is no map. */
export function commandsOf(desk, map, habits) {
  const { state } = desk;
  const { window, theme, sheet, selection } = state.get();
  const open = (tab) => state.set({ sheet: { map: false, ...state.get().sheet, tab } });
  const otherUnit = UNITS.find((unit) => unit !== habits.get().unit);
  const commands = [
    (window.from !== null || window.to !== null)
      && { name: "Show all dates", run: () => state.set({ window: { from: null, to: null } }) },
    map && { name: "Fit the map to what is shown", run: () => map.fit() },
    map && { name: "List the places in view", run: () => map.list() },
    map && { name: "Measure distance, bearing and area", run: () => map.tools.measure() },
    map && { name: "Go to a coordinate", run: () => map.tools.ask() },
    map && { name: `Lengths in ${UNIT_NAMES[otherUnit]}`, run: () => habits.next("unit") },
    sheet?.tab !== "table" && { name: "Open the table of figures", run: () => open("table") },
    sheet?.tab !== "chart" && { name: "Open the chart of figures", run: () => open("chart") },
    sheet && { name: "Back to the map", keys: "Esc", run: () => state.set({ sheet: null }) },
    selection && { name: "Let go of the selection", keys: "Esc", run: () => state.set({ selection: null }) },
    { name: theme === "dark" ? "Light theme" : "Dark theme", run: () => state.set({ theme: theme === "dark" ? "light" : "dark" }) },
    desk.act && { name: "Add a report", run: () => desk.act("report", null) },
    desk.act && { name: "Add this view to the briefing", run: () => desk.act("capture", state.serialise()) },
    desk.act && { name: "Export what is shown", run: () => desk.act("export", null) },
  ];
  return commands.filter(Boolean);
}
