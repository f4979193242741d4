"""The static map: projection, basemap, marks, labels, furniture."""
