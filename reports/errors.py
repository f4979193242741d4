"""What can go wrong with what a user gives, each error naming the input and the way out."""


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


class ManifestError(InputError):
    """The list of publication days cannot be read."""


class StoreError(InputError):
    """The store cannot be opened or written."""


class CaseError(InputError):
    """A case cannot be found, named, opened, read from a file or written to one."""


class ReportError(InputError):
    """A report cannot be read."""


class EmptyReportError(ReportError):
    """There is nothing to read in it."""


class BinaryReportError(ReportError):
    """It is not text."""


class UndecodableReportError(ReportError):
    """It may be text, but in no encoding that can be told."""


class OversizeReportError(ReportError):
    """It is longer than any article."""


class UnknownFormatError(ReportError):
    """Its suffix stands for a format that is not read."""


class EncryptedReportError(ReportError):
    """It can be read only with a password."""


class BrokenReportError(ReportError):
    """It is not what its name or its first bytes say, or it breaks off."""
