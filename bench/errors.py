"""What can go wrong with what a bench is given."""

from reports.errors import InputError


class CorpusError(InputError):
    """A folder or a line of a corpus cannot be used."""


class AbsentError(Exception):
    """A system to compare with is not installed; the message says how to install it."""
