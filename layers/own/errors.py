"""What can be wrong with a layer that somebody gives."""

from geo.errors import InputError


class OwnLayerError(InputError):
    """A file cannot be shown as a layer."""
