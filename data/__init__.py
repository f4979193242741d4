"""The data that ships with Dateline, and the scripts that rebuild it."""
