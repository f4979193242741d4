"""What leads up to a name or follows it and shows that a place is meant."""

from spacy.tokens import Span, Token

from geo.lexicon import meanings, words

MEASURE_REACH = 8


def located(span: Span) -> bool:
    """Tell whether a preposition of place leads up to a name ("in", "the outskirts of")."""
    doc, at = span.doc, span.start - 1
    directions = words("context", "directions")
    while at >= 0 and (doc[at].lower_ in directions or doc[at].lower_ == "the"):
        at -= 1
    if at < 0:
        return False
    if doc[at].lower_ == "of":
        head = doc[at - 1].lower_ if at else ""
        return head in directions or head in meanings("types", "of")
    return doc[at].lower_ in words("context", "locatives")


def measured(span: Span) -> bool:
    """Tell whether a distance follows that says where it is: "Rukla, 100 km northwest of"."""
    doc, end = span.doc, span.end
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    if doc[end + 1].lower_ in words("context", "near"):  # "Ngorwe, near Goma"
        return True
    following = doc[end + 1 : end + MEASURE_REACH]
    directions = words("context", "directions")
    return any(word.like_num for word in following[:3]) and any(
        word.lower_ in directions or word.lower_ in {"from", "off"} for word in following
    )


def reached(span: Span) -> bool:
    """Tell whether what is done is done to places: "refugees reached Adré", "crossed the Drina"."""
    word = span.root
    return word.dep_ in {"dobj", "nsubjpass"} and word.head.lemma_ in words("context", "reaching")


def resident(span: Span) -> bool:
    """Tell whether somebody of an age lives there: "Ann Lee, 41, of Grovetown"."""
    before = span.doc[max(0, span.start - 3) : span.start]
    return before.text.endswith(", of") and before[0].like_num


def defined(span: Span) -> bool:
    """Tell whether the sentence says what sort of place it is: "Gao is a town on the river"."""
    if _apposed(span):
        return True
    subject = span.root
    if subject.dep_ != "nsubj" or subject.head.lemma_ != "be":
        return False
    said = (word.lower_ for word in subject.head.children if word.dep_ == "attr")
    return any(word in meanings("types", "of") for word in said)


def _apposed(span: Span) -> bool:
    """Look for ", a village in" after a name."""
    doc, end = span.doc, span.end
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in {"a", "an", "the"}:
        return False
    return any(word.lower_ in meanings("types", "of") for word in doc[end + 2 : end + 5])


def pinned(span: Span) -> bool:
    """Tell whether the words around a name leave no doubt that something lies there.

    Stricter than :func:`located`, for names that nobody knows: "near Vaziani", "the village of
    Rukla", "the Vaziani training ground", "Rukla, 100 km northwest of the capital".
    """
    doc, start, end = span.doc, span.start, span.end
    if measured(span):
        return True
    before = doc[start - 1].lower_ if start else ""
    if before in words("context", "near"):
        return True
    if before == "of" and start > 1:
        head = doc[start - 2].lower_
        return head in words("context", "compass") or head in meanings("types", "of")
    if before in words("context", "locatives") and start > 1 and _settled(doc[start - 2]):
        return True
    if defined(span) or self_described(span):
        return True
    following = doc[end : end + 2]
    return any(
        word.text.islower() and word.lower_ in meanings("types", "after") for word in following
    )


def _settled(word: Token) -> bool:
    """Tell whether a word, written small, is of what stands or lies somewhere ("hills around")."""
    return word.text in words("context", "landmarks")


def self_described(span: Span) -> bool:
    """Tell whether a name says itself what it is: "Mount Karavel", "Tabqara Airport"."""
    if len(span) == 1:
        return False
    kinds = words("types", "facilities", "words") | words("types", "joined", "words")
    return span[0].lower_ in meanings("types", "before") or span[-1].lower_ in kinds
