"""The bench of the map page: what a move of the window costs in a real browser, and on the wire."""
