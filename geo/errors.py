"""What can go wrong on the ground; every message names what failed and the way out."""


class GeoError(Exception):
    """Base of the errors of this folder."""


class GazetteerError(GeoError):
    """The gazetteer cannot be compiled or opened."""


class OnlineError(GeoError):
    """An online geocoder is not there, not set up, or does not answer."""


class InputError(Exception):
    """Something the user named could not be used.

    Attributes
    ----------
    name
        The input, as the user knows it.
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

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str, str]]:
        """Travel between processes, in which an error is made again of what it was made of."""
        return type(self), (self.name, self.problem, self.way_out)
