"""What can be wrong with a briefing that somebody gives or asks for."""

from geo.errors import InputError


class BriefingError(InputError):
    """A briefing cannot be read or found."""
