"""Archives: the files in a ZIP under names that lead nowhere, those of no reader passed over."""

import re
import zipfile
from collections.abc import Iterator

from reports.errors import ReportError
from reports.read.parts import LeftOut, Piece
from reports.read.sizes import bound, sizes
from reports.read.zipped import is_encrypted, locked, opened, unpacked

_DRIVE = re.compile(r"[A-Za-z]:")
_NOBODYS = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_LONGEST_NAME = 200
_UTF8 = 0x800


def members(data: bytes, name: str, most: int) -> Iterator[Piece | LeftOut]:
    """Yield the files in an archive, in its order.

    Parameters
    ----------
    most
        The bytes that all of them together may unpack to.

    Raises
    ------
    ReportError
        When it breaks off, unpacks to more, or all of it needs a password.
    """
    bound(data, name, sizes().archive)
    with opened(data, name, most) as archive:
        listed = [(member, path) for member in archive.infolist() if (path := _path(member))]
        if listed and all(is_encrypted(member) for member, _ in listed):
            raise locked(name)
        left = most
        for member, path in listed:
            inner = f"{name}/{path}"
            try:
                content = unpacked(archive, member, inner, left)
            except (ReportError, zipfile.BadZipFile, NotImplementedError) as error:
                yield LeftOut(inner, _why(inner, error))
                continue
            left -= len(content)
            yield Piece(inner, content)


def _why(name: str, error: Exception) -> str:
    return str(error) if isinstance(error, ReportError) else f"{name} is damaged ({error})."


def _path(member: zipfile.ZipInfo) -> str:
    """Return a member's path inside the archive; "" for folders and what systems hide."""
    path = inside(_decoded(member))
    parts = path.split("/")
    hidden = any(part.startswith(".") for part in parts)
    if member.is_dir() or hidden or not _NOBODYS.isdisjoint(part.lower() for part in parts):
        return ""
    return path


def inside(path: str) -> str:
    """Return a path that leads nowhere but into the file that it is in."""
    printable = "".join(
        char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in path
    )
    parts = printable.replace("\\", "/").split("/")
    kept = [part for part in parts if part.strip(".") and not _DRIVE.fullmatch(part)]
    return "/".join(kept)[-_LONGEST_NAME:]


def _decoded(member: zipfile.ZipInfo) -> str:
    """Read a name as UTF-8 where it is that: many programs write it and do not say so."""
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename
