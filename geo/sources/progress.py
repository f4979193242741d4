"""How long work says how far it is."""

from collections.abc import Callable

Progress = Callable[[float, str], None]
"""Called with the fraction done, from 0 to 1, and with what is being done."""
