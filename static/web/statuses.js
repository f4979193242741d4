/** Strongest first: a mark takes the strongest status among its visible items. */
export const STATUSES = ["reported", "claimed", "estimated", "possible", "planned", "denied"];
