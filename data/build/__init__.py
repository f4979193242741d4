"""Rebuild the bundled geography, fonts and browser libraries from pinned packages.

:func:`data.build.run.build` is the door; ``data/SOURCES.md`` lists what comes from where.
"""
