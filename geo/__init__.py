"""Where it is: gazetteer, recognition, roles, resolution, footprints, measures."""
