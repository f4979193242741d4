"""Boilerplate: the furniture that publishers and reader views leave in an article, found in place.

The phrases are data (data/lexicons/boilerplate.toml). Nothing is cut out: the answer is spans, so
offsets stay. When unsure the text stays text, for nothing is searched for in what is marked here.
"""

import re
from collections.abc import Sequence

from reports.read.paragraphs import Span
from reports.read.phrases import QUOTE, flat, padded, phrases, sentences_of, words_of
from reports.read.pleas import pleas

_CLOSERS = (".", "!", "?", "…", "”", "’", "»", ")", '"')
_NUMBER = re.compile(r"\d[\d.,]*[km]?")
_IMAGE_FILE = re.compile(r"(?i)(?<=[\w)-])\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)\b")
_COPYRIGHT = re.compile(r"(?i)\W{0,3}(?:©|\(c\)\s?\d{4}|copyright\b[^.]{0,40}?(?:\d{4}|©))")
_LETTER_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_ADDRESS = re.compile(r"(?i)(?:https?://|www\.)\S+")

_LONGEST_FURNITURE_LINE = 40
_LONGEST_LAST_SENTENCE = 25
_LONGEST_INNER_SENTENCE = 8
_LONGEST_LABEL_LINE = 30
_LONGEST_LABEL = 7
_SHORTEST_HASH_IN_LOWER_CASE = 8
_SHORTEST_HASH = 20


def furniture(paragraph: str) -> list[Span]:
    """Find the boilerplate in one paragraph.

    Parameters
    ----------
    paragraph
        A paragraph or line, without white space at its ends.

    Returns
    -------
    list of (start, end)
        Sorted and apart; offsets into ``paragraph``.
    """
    if not paragraph:
        return []
    if is_furniture_line(paragraph):
        return [(0, len(paragraph))]
    head, tail = _glued(paragraph)
    body = paragraph[head:tail]
    inner = [(head + start, head + end) for start, end in _furniture_sentences(body)]
    ends = [(0, head), (tail, len(paragraph))]
    return _merged([span for span in (ends[0], *inner, ends[1]) if span[0] < span[1]], paragraph)


def is_furniture_line(line: str) -> bool:
    """Tell whether a whole line is the publisher's, not the reporter's."""
    words = words_of(line)
    if not words or _only_labels(words) or _is_file_name(line, words):
        return True
    if len(words) > _LONGEST_FURNITURE_LINE:
        return False
    sentences = [line[start:end] for start, end in sentences_of(line)]
    return _is_notice(sentences[0]) or (len(sentences) == 1 and _is_opened(line))


def _only_labels(words: Sequence[str]) -> bool:
    """Tell whether the words are labels and counts from end to end ("Share 12", "18 comments")."""
    if len(words) > _LONGEST_LABEL_LINE:
        return False
    at, labelled = 0, False
    while at < len(words):
        step = _label_length(words, at)
        labelled = labelled or step > 0
        if not step and not _NUMBER.fullmatch(words[at]):
            return False
        at += step or 1
    return labelled


def _label_length(words: Sequence[str], at: int) -> int:
    """Return how many words the longest label or count here takes; 0 when there is none."""
    known = phrases()
    for length in range(min(len(words) - at, _LONGEST_LABEL), 0, -1):
        phrase = tuple(words[at : at + length])
        if phrase in known.labels:
            return length
        if _NUMBER.fullmatch(phrase[0]) and phrase[1:] in known.counters:
            return length
    return 0


def _is_file_name(line: str, words: Sequence[str]) -> bool:
    """Tell a bare address, a picture's file name, or its alternative text with a hash in it."""
    tokens = line.split()
    if len(tokens) == 1 and _ADDRESS.match(line):
        return True
    if len(tokens) > _LONGEST_FURNITURE_LINE or line.endswith((".", "!", "?", ":", '"', "”")):
        return False
    shortest = _SHORTEST_HASH_IN_LOWER_CASE if line == line.lower() else _SHORTEST_HASH
    named_by_machine = any(_is_machine_made(token, shortest) for token in tokens)
    return bool(_IMAGE_FILE.search(line)) or (len(words) > 1 and named_by_machine)


def _is_machine_made(token: str, shortest: int) -> bool:
    """Tell a hash from a word: long, and changing between letters and digits at least twice."""
    return len(token) >= shortest and token.isalnum() and len(_LETTER_DIGIT.findall(token)) > 1


def _glued(paragraph: str) -> Span:
    """Return where the paragraph's own words begin and end between labels stuck to them."""
    known = phrases().glued
    lower = paragraph.lower()
    if len(lower) != len(paragraph):  # a few capitals fold to two characters
        return 0, len(paragraph)
    tail = rest = len(paragraph)
    while (label := next(filter(lower[:rest].endswith, known), None)) is not None:
        tail = rest - len(label)
        rest = len(lower[:tail].rstrip())
    if not lower[:rest].endswith(_CLOSERS):
        tail = len(paragraph)
    label = next(filter(lower.startswith, known), "")
    between = paragraph[:1] + paragraph[len(label) : len(label) + 1]
    head = len(label) if len(between) > 1 and between.isupper() else 0
    return head, tail


def _furniture_sentences(text: str) -> list[Span]:
    """Find the sentences inside a paragraph that are furniture.

    What begins as furniture ("Photo: …") may run on into the report where a full stop was lost, so
    only short sentences go, and longer ones at the paragraph's end.
    """
    sentences = list(sentences_of(text))
    found = set(pleas(text, sentences))
    for start, end in sentences:
        sentence = text[start:end]
        length = len(sentence.split())
        longest = _LONGEST_LAST_SENTENCE if end == len(text) else _LONGEST_INNER_SENTENCE
        short_notice = length <= _LONGEST_FURNITURE_LINE and _is_notice(sentence)
        if short_notice or (length <= longest and _is_opened(sentence)):
            found.add((start, end))
    return sorted(found)


def _is_opened(sentence: str) -> bool:
    return flat(sentence).startswith(phrases().openers)


def _is_notice(sentence: str) -> bool:
    folded = padded(sentence)
    noticed = any(notice in folded for notice in phrases().notices)
    return bool(_COPYRIGHT.match(sentence)) or (noticed and not QUOTE.search(sentence))


def _merged(spans: Sequence[Span], text: str) -> list[Span]:
    """Join spans that overlap or have only white space between them."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
