"""What can go wrong on the ground; every message names what failed and the way out."""


class GeoError(Exception):
    """Base of the errors of this folder."""


class GazetteerError(GeoError):
    """The gazetteer cannot be compiled or opened."""


class OnlineError(GeoError):
    """An online geocoder is not there, not set up, or does not answer."""
