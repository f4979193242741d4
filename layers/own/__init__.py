"""The analyst's own layers: shapes that are no report's words, read narrowly and drawn apart.

:mod:`read` turns a file's bytes into checked features; :mod:`content` makes of them what the store
keeps, and puts what is kept into a scene.
"""
