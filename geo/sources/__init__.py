"""What the gazetteer is compiled from: packages, boundaries, the tables of ``data/places``."""
