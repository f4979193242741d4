"""What is drawn: layers, basemap, the web map, plates and exports."""
