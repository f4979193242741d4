"""Everything that leaves as a file: the export page, the command, and what both make."""
