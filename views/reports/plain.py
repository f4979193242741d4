"""Other people's words beside Streamlit's own, which reads Markdown in most of what it is given."""

MARKDOWN = frozenset("\\`*_{}[]()#+-.!|<>~$:^=&")


def plain(text: str) -> str:
    r"""Escape what Streamlit would read as Markdown, on one line.

    >>> print(plain("a*b*.txt"))
    a\*b\*\.txt
    """
    line = " ".join(text.split())
    return "".join(f"\\{char}" if char in MARKDOWN else char for char in line)
