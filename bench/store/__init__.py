"""The bench of a large store: what thousands of reports cost to keep, to read and to open."""
