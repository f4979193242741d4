"""Which language a text is in, told from its letters and, for English, its commonest words."""

import re
from collections import Counter

from reports.lexicon import words

_WINDOW = 20_000
_LETTER = re.compile(r"[^\W\d_]")
_SCRIPTS = {
    "hangul": re.compile("[가-힣]"),
    "arabic": re.compile("[ء-ي]"),
    "cyrillic": re.compile("[Ѐ-ӿ]"),
}
_UKRAINIAN = re.compile("[іїєґ]")
_MOSTLY = 0.5
_ENGLISH_SHARE = 1 / 12
_UKRAINIAN_SHARE = 1 / 50


def language(text: str) -> str | None:
    """Guess an ISO 639-1 code: en, ru, uk, ko or ar; None when nothing tells."""
    sample = text[:_WINDOW].lower()
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    shares = Counter(
        {name: len(pattern.findall(sample)) / letters for name, pattern in _SCRIPTS.items()}
    )
    script, share = shares.most_common(1)[0]
    if share < _MOSTLY:
        return "en" if _is_english(sample) else None
    if script == "cyrillic":
        return "uk" if len(_UKRAINIAN.findall(sample)) > letters * _UKRAINIAN_SHARE else "ru"
    return {"hangul": "ko", "arabic": "ar"}[script]


def _is_english(sample: str) -> bool:
    tokens = sample.split()
    common = words("reading", "english", "stop_words")
    return sum(token in common for token in tokens) > len(tokens) * _ENGLISH_SHARE
