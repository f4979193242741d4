"""The web map, live and exported: the frame that folium composes, and the component around it."""
