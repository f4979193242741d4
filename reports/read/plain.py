"""Plain text: the file as it stands, or what somebody pasted."""

from reports.read.compose import reading
from reports.read.decode import clean, decode
from reports.read.reading import Reading
from reports.read.sizes import bound, empty, sizes
from reports.read.structure import structure


def read_text(data: bytes | str, name: str) -> Reading:
    """Read plain text: the bytes of a file, or what somebody pasted.

    Offsets are code points of the text as it stands, line breaks included; only a byte order mark
    is left out, and control characters are replaced one for one.

    Raises
    ------
    ReportError
        When it is empty, too large, not text, or in no known encoding.
    """
    original = data.encode("utf-8", errors="surrogatepass") if isinstance(data, str) else data
    bound(original, name, sizes().text)
    decoded = clean(data, name) if isinstance(data, str) else decode(data, name)
    if not decoded.text.strip():
        raise empty(name)
    parts = structure(decoded.text)
    return reading(original, name, decoded.text, parts, warnings=decoded.warnings)
