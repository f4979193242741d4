"""ZIP files: what is in them, unpacked within bounds whatever their directory claims."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reports.errors import BrokenReportError, EncryptedReportError, OversizeReportError
from reports.read.sizes import MEGABYTE, count, sizes

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
# Small files may be packed to nothing: a page of spaces is no bomb.
_RATIO_FROM = 1_000_000


@contextmanager
def opened(data: bytes, name: str, most: int) -> Iterator[zipfile.ZipFile]:
    """Open a ZIP file whose directory claims no more than ``most`` bytes.

    Raises
    ------
    OversizeReportError
        When it claims more, or more members than any file has.
    BrokenReportError
        When it breaks off, here or wherever the block that uses it unpacks from it.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check(archive.infolist(), len(data), name, most)
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise BrokenReportError(
            name, f"breaks off or is damaged ({error})", "get it again from where it came"
        ) from error


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, most: int) -> bytes:
    """Unpack one member, counting what comes out rather than believing its header.

    Parameters
    ----------
    name
        What to call it in messages.
    most
        The bytes to stop at.

    Raises
    ------
    EncryptedReportError, OversizeReportError
        With the name and the way out.
    """
    if is_encrypted(member):
        raise locked(name)
    parts, length = [], 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            length += len(chunk)
            if length > most:
                raise _too_large(name, length, most)
            parts.append(chunk)
    return b"".join(parts)


def is_encrypted(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member needs a password."""
    return bool(member.flag_bits & _ENCRYPTED)


def locked(name: str) -> EncryptedReportError:
    """Make the error of a file that needs a password."""
    return EncryptedReportError(
        name, "is protected by a password", "open it with its password and save it without one"
    )


def _check(members: list[zipfile.ZipInfo], packed: int, name: str, most: int) -> None:
    claimed = sum(member.file_size for member in members)
    count(len(members), "files", name)
    if claimed > most or claimed > max(packed * sizes().ratio, _RATIO_FROM):
        raise _too_large(name, claimed, min(most, max(packed * sizes().ratio, _RATIO_FROM)))


def _too_large(name: str, length: int, most: int) -> OversizeReportError:
    return OversizeReportError(
        name,
        f"unpacks to {length / MEGABYTE:,.1f} MB or more, where {most / MEGABYTE:,.1f} MB at most"
        " are believed of its size",
        "take the articles out of it and give those",
    )
