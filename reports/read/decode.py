"""From bytes to characters: a byte order mark, then UTF-8, then a bounded guess that says so."""

import codecs
import re
from dataclasses import dataclass

from reports.errors import BinaryReportError, UndecodableReportError

_MARKS = (  # the longer marks first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP file or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)

# Tried in this order; at equal plausibility the first wins.
_GUESSES = ("cp1252", "cp1251", "koi8-r", "cp866", "iso8859-5", "cp1250", "cp949")
_GUESS_WINDOW = 200_000
_PLAUSIBLE = 0.7
_MOST_CONTROLS = 0.1
_VALID_PER_BROKEN = 4

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_WORD = re.compile(r"[^\W_]+")
_SCRIPTS = (
    re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]+"),
    re.compile("[Ѐ-ӿ]+"),
    re.compile("[가-힣]+"),
)
# Everything beyond ASCII except the punctuation that most code pages share.
_FOREIGN = re.compile("[^\x00-\x7f–—‘’‚“”„†‡•…‰‹›«»€£¥§©®°±·№\xa0\xad]+")
# Latin-1 is what servers declare without looking: such pages are left to the guess.
_CODE_PAGE = re.compile(
    r"(?i)(?!iso-?8859-1$)(?:cp|windows-|iso-?8859-|koi8-|euc-|gb|big5|shift_jis|mac)[\w-]{0,12}"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, and what the reader should know about how they came to be."""

    text: str
    warnings: tuple[str, ...]


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Decode a file.

    Parameters
    ----------
    data
        The bytes of a text, all of them.
    name
        What to call it in messages.
    declared
        A code page that the document names itself, tried after UTF-8.

    Raises
    ------
    BinaryReportError
        When it looks like something other than text.
    UndecodableReportError
        When no known encoding gives plausible words.
    """
    _refuse_magic(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _cleaned(_strict(data[len(mark) :], encoding, name), name)
    encoding = _wide_without_mark(data) or "utf-8"
    try:
        return _cleaned(data.decode(encoding), name)
    except UnicodeDecodeError:
        return _guessed(data, name, declared)


def clean(text: str, name: str) -> Decoded:
    """Replace, one for one, what no article contains and no export can carry; offsets stay.

    Raises
    ------
    BinaryReportError
        When more than a tenth of it are control characters.
    """
    return _cleaned(text.removeprefix("\ufeff"), name)


def _refuse_magic(data: bytes, name: str) -> None:
    looks_like = next((label for magic, label in _MAGIC if data.startswith(magic)), None)
    if looks_like:
        raise _not_text(name, f"looks like {looks_like}")


def _not_text(name: str, problem: str) -> BinaryReportError:
    return BinaryReportError(name, problem, "save the article as .docx, PDF or text")


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableReportError(
            name, f"begins as {encoding} but breaks off at byte {error.start}", "save it as UTF-8"
        ) from error


def _wide_without_mark(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by its empty half: in Latin text every second byte is NUL."""
    head = data[:2000]
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    if half and head[::2].count(0) > half * 0.7:
        return "utf-16-be"
    return None


def _cleaned(text: str, name: str) -> Decoded:
    cleaned, count = _CONTROL.subn("\N{REPLACEMENT CHARACTER}", text)
    if count > len(text) * _MOST_CONTROLS:
        raise _not_text(name, "does not look like text")
    if not count:
        return Decoded(text, ())
    return Decoded(cleaned, (f"{name}: control characters were replaced, {count} times.",))


def _guessed(data: bytes, name: str, declared: str | None) -> Decoded:
    if re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", data):
        raise _not_text(name, "does not look like text")
    nearly = data.decode("utf-8", errors="replace")
    broken = nearly.count("\N{REPLACEMENT CHARACTER}")
    if broken * _VALID_PER_BROKEN <= sum(map(len, _FOREIGN.findall(nearly))) - broken:
        return _warned(nearly, name, f"{name}: what is not UTF-8 was replaced, {broken} times.")
    if declared and _CODE_PAGE.fullmatch(declared) and (text := _attempt(data, declared)):
        return _cleaned(text, name)
    encoding, text = _likeliest(data, name)
    return _warned(
        text, name, f"{name} is not UTF-8; it was read as {encoding}: check its foreign names."
    )


def _warned(text: str, name: str, warning: str) -> Decoded:
    cleaned = _cleaned(text, name)
    return Decoded(cleaned.text, (warning, *cleaned.warnings))


def _likeliest(data: bytes, name: str) -> tuple[str, str]:
    decoded = {
        encoding: text for encoding in _GUESSES if (text := _attempt(data, encoding)) is not None
    }
    scores = {encoding: _plausibility(text[:_GUESS_WINDOW]) for encoding, text in decoded.items()}
    best = max(scores, key=scores.__getitem__, default=None)
    if best is None or scores[best] < _PLAUSIBLE:
        raise UndecodableReportError(
            name, "is not UTF-8 and no other encoding makes words of it", "save it as UTF-8"
        )
    return best, decoded[best]


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _plausibility(text: str) -> float:
    """Return the share of the non-ASCII characters that sit in words someone could have written."""
    foreign = sum(map(len, _FOREIGN.findall(text)))
    return sum(map(_word_score, _WORD.findall(text))) / foreign if foreign else 1.0


def _word_score(word: str) -> float:
    """Count a word's non-ASCII letters if it keeps to one script and to the rules of case.

    Cyrillic read in the wrong code page swaps its cases, so capitals throughout count half.
    """
    foreign = sum(map(len, _FOREIGN.findall(word)))
    if not foreign or not any(script.fullmatch(word) for script in _SCRIPTS):
        return 0.0
    if _SCRIPTS[0].fullmatch(word) and foreign > (len(word) + 1) // 2:
        return 0.0
    if len(word) > 1 and word.isupper():
        return foreign / 2
    cased = word.islower() or word.istitle() or word.isupper() or word.lower() == word.upper()
    return float(foreign) if cased else 0.0
