"""What can go wrong with what a user gives, each error naming the input and the way out."""

from geo.errors import InputError

__all__ = [
    "BinaryReportError",
    "BrokenReportError",
    "CaseError",
    "EmptyReportError",
    "EncryptedReportError",
    "InputError",
    "ManifestError",
    "OversizeReportError",
    "ReportError",
    "StoreError",
    "UndecodableReportError",
    "UnknownFormatError",
]


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
