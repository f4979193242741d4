"""What someone types into a search, as a query that is words alone and never syntax."""

import re
from dataclasses import dataclass

_UNTYPED = re.compile("[\x00-\x1f\ud800-\udfff]")
"""What no keyboard gives: SQLite takes a zero for the end of the text."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: all of it, in any order.

    Attributes
    ----------
    phrases
        Words, or words that stand together; none holds a quotation mark.
    open_end
        Whether the last one may be only the beginning of a word.
    """

    phrases: tuple[str, ...]
    open_end: bool

    def fts5(self) -> str:
        """Give the query in FTS5's own language.

        >>> Query(("kursk", "troops sent", "obl"), open_end=True).fts5()
        '"kursk" "troops sent" "obl"*'
        """
        return " ".join(f'"{phrase}"' for phrase in self.phrases) + ("*" if self.open_end else "")


def match_query(typed: str) -> Query | None:
    """Give the query for what someone typed; None where there is no word in it.

    Words in quotation marks stay together; the last word may be the beginning of one.

    >>> match_query('kursk "troops sent" obl')
    Query(phrases=('kursk', 'troops sent', 'obl'), open_end=True)
    """
    typed = _UNTYPED.sub(" ", typed)
    parts = re.findall(r'"([^"]+)(?:"|$)|([^\s"]+)', typed)
    words = tuple(phrase or word for phrase, word in parts if re.search(r"\w", phrase or word))
    return Query(words, open_end=not typed.endswith(('"', " "))) if words else None
