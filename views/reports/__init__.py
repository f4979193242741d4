"""The Reports page: adding, the list, and one report with all that was read in it."""
