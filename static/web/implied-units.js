/** Counted in these, a number needs no unit: its label says who they are (data/lexicons/groups.toml). */
export const IMPLIED_UNITS = new Set(["personnel", "people", "killed", "wounded", "casualties", "captured", "missing", "displaced", "deaths"]);
