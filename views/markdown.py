"""Other people's text among Streamlit's Markdown."""

MEANT = frozenset("\\`*_{}[]()#+-.!|<>~$:^=&")
"""What Streamlit would read as Markdown."""


def plain(text: str) -> str:
    r"""Escape what would be read as Markdown, on one line: names are other people's text.

    >>> print(plain("*a*.txt"))
    \*a\*\.txt
    """
    line = " ".join(text.split())
    return "".join(f"\\{char}" if char in MEANT else char for char in line)
