"""Sites that a report locates, so that "the site" and "it" can be found again later."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from geo.mention import Mention
from geo.passage import Passage
from geo.place import Role
from geo.sentences import sentence_of
from reports.claims.mentioned import Named, led_up_to, place_in
from reports.lexicon import words
from reports.syntax import SUBJECTS, VERBAL, children, lemma, subject

_PRONOUNS = frozenset({"it", "its"})


@dataclass(frozen=True, slots=True)
class Site:
    """A base, camp or the like of which the report says where it is.

    ``paragraph`` is the number of the passage; ``sentence`` the number of its first word there.
    """

    at: int
    noun: str
    place: Mention
    paragraph: int
    sentence: int


def located_sites(passages: Sequence[Passage], names: Mapping[int, Named]) -> Iterator[Site]:
    """Find the located sites of a report in reading order: "a training camp in Bol".

    Parameters
    ----------
    names
        For each passage, by its start, the mentions over its words.
    """
    nouns = words("slots", "sites", "nouns")
    for number, passage in enumerate(passages):
        here = names[passage.start]
        for token in passage.doc if here else ():
            if token.lower_ not in nouns and lemma(token) not in nouns:
                continue
            place = _place(token, here)
            if place is not None and place.role is Role.LITERAL:
                first = sentence_of(token).start
                yield Site(passage.start + token.idx, lemma(token), place, number, first)


def _place(noun: Token, names: Named) -> Mention | None:
    """Return where a site is by its own phrase, or by its verb: "the base is in Bol"."""
    place = place_in(noun, names)
    verb = noun.head
    if place is not None or noun.dep_ not in SUBJECTS or verb.pos_ not in VERBAL:
        return place
    if lemma(verb) not in words("slots", "located", "verbs"):
        return None
    leads = words("slots", "prepositions", "at")
    return next((where for lead, where in led_up_to(verb, names) if lead in leads), None)


def site_meant(verb: Token, paragraph: int, known: Sequence[Site]) -> Site | None:
    """Find the site that the subject of a verb goes back to; None where two could be meant.

    "It" goes back to the sentence before; "the camp" to a camp, and "the site" to any site, of
    the same paragraph or the one before.

    Parameters
    ----------
    paragraph
        The number of the passage that the verb stands in.
    known
        The located sites of the report, in order.
    """
    noun = subject(verb)
    first = sentence_of(verb).start
    near = [site for site in known if _is_near(site, paragraph, first)]
    if noun is None or not near:
        return None
    if noun.lower_ in _PRONOUNS:
        before = sentence_of(verb.doc[first - 1]).start if first else None
        near = [one for one in near if (one.paragraph, one.sentence) == (paragraph, before)]
    elif not _is_definite(noun) or lemma(noun) not in words("slots", "sites", "nouns"):
        return None
    elif lemma(noun) not in words("slots", "sites", "any"):
        near = [one for one in near if one.noun == lemma(noun)]
    last = [one for one in near if (one.paragraph, one.sentence) == _where(near[-1])]
    return last[-1] if len({one.place.start for one in last}) == 1 else None


def _where(site: Site) -> tuple[int, int]:
    return site.paragraph, site.sentence


def _is_near(site: Site, paragraph: int, first: int) -> bool:
    if site.paragraph == paragraph:
        return site.sentence < first
    return site.paragraph == paragraph - 1


def _is_definite(noun: Token) -> bool:
    lefts = {left.lower_ for left in children(noun, "det", "poss")}
    return bool(lefts & words("slots", "back", "articles"))
