"""A stretch of parsed text that knows where it stands in its report."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Passage:
    """One block (paragraph or headline) of a report, parsed by itself.

    Attributes
    ----------
    start
        Code-point offset of ``doc.text`` in the report's text.
    doc
        The parsed block; ``doc.text == text[start:start + len(doc.text)]``.
    """

    start: int
    doc: Doc

    def span(self, part: Span | Token) -> tuple[int, int]:
        """Give the offsets of a token or span in the report, end exclusive."""
        if isinstance(part, Token):
            return self.start + part.idx, self.start + part.idx + len(part.text)
        return self.start + part.start_char, self.start + part.end_char
