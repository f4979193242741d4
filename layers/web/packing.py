"""Texts packed for the way to the browser, which unpacks them with what it has by itself."""

import base64
import gzip
import json

SMALLEST, FASTEST = 9, 1


def packed(text: str, effort: int = SMALLEST) -> str:
    """Pack a text: base64 of gzip. The same text and effort give the same letters.

    >>> gzip.decompress(base64.b64decode(packed("Oslo"))).decode()
    'Oslo'
    """
    return base64.b64encode(gzip.compress(text.encode(), effort, mtime=0)).decode()


def packed_json(value: object) -> str:
    """Pack a value as JSON, in little time: for what is sent often and read once."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return packed(text, FASTEST)
