"""What can be wrong with a layer that somebody gives."""

from geo.errors import GeoError


class OwnLayerError(GeoError):
    """A file cannot be shown as a layer.

    Attributes
    ----------
    name
        The file, as the user knows it.
    problem
        What is wrong, as the rest of a sentence that begins with the name.
    way_out
        What the user can do, as a clause.
    """

    def __init__(self, name: str, problem: str, way_out: str) -> None:
        super().__init__(f"{name} {problem}: {way_out}.")
        self.name = name
        self.problem = problem
        self.way_out = way_out
