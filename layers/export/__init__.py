"""Data files: what the store's frames look like outside Dateline."""
