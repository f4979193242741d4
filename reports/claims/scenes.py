"""Scenes: where a report is while it tells something, also where another sentence says so."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from geo.mention import Mention
from geo.passage import Passage
from geo.place import Kind, Role
from reports.claims.listed import NO_PLACES
from reports.claims.locatives import Locative, best, is_within, locatives
from reports.claims.mentioned import Named
from reports.claims.placing import is_under_way
from reports.lexicon import words
from reports.syntax import VERBAL, children, clause_verb, lemma

_PLAIN = 2.0  # strength from which a place carries over to what follows
_MOST = 30  # places before and after a word that are weighed
_FAR = 2  # passages that a scene is carried over without being named again
_OPENING = 12  # sentences in which a lead is looked for
_LEAD = 2  # passages at the head of a report that say what it is about


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What a sentence says of where it is.

    ``others`` are the names in it that do not say so, and ``unknown`` tells of a name that does and
    of which no place is known; ``before`` is the place that those before have led to, and ``led``
    whether one of them, not far back, names a place or leaves the story.
    """

    at: int
    passage: int
    places: Sequence[Locative]
    others: Sequence[Mention]
    scene: Mention | None
    turns: bool
    unknown: bool
    before: Mention | None = None
    led: bool = False


@dataclass(frozen=True, slots=True)
class Scenes:
    """The places of a report's sentences, in order."""

    sentences: Sequence[_Sentence]

    def own(
        self, token: Token, passage: Passage, aside: Collection[int] = (), *, left: bool = False
    ) -> Mention | None:
        """Return the place that the sentence of a word gives for it.

        Parameters
        ----------
        aside
            Starts of mentions that have another part, as where something went.
        left
            Whether the places that something left are meant too.
        """
        places = self._around(token, passage)
        fitting = [one for one in places if left or not one.leaves]
        fitting = [one for one in fitting if one.mention.start not in aside]
        found = best(fitting, token, floor=0.0)
        if found is not None or not fitting:
            return found.mention if found is not None else None
        # What stands far off in the sentence yields to what the sentence before was about.
        before = self._before(token, passage)
        verb = clause_verb(token)
        gone = verb is not None and is_under_way(verb)  # towards what is not told, or not known
        found = best(fitting, token) if before is None and not gone else None
        return found.mention if found is not None else before

    def told(self, token: Token, passage: Passage, aside: Collection[int] = ()) -> Mention | None:
        """Return the place that was told of before, in the sentence itself or in those before."""
        beside = self._beside(token, passage)
        if beside is not None and beside.start not in aside:
            return beside
        return self.carried(token, passage)

    def _beside(self, token: Token, passage: Passage) -> Mention | None:
        """Return the last place before a word in its sentence, in another clause."""
        earlier = [one for one in self._around(token, passage) if one.token.i < token.i]
        last = earlier[-1] if earlier else None
        if last is None or last.strength < _PLAIN or last.leaves:
            return None
        between = {lemma(word) for word in token.doc[last.token.i : token.i]}
        if between & words("slots", "spoken", "verbs"):
            return None  # what somebody else says may be about elsewhere
        others = self.sentences[self._of(token, passage)].others
        return last.mention if all(_agree(last.mention, one) for one in others) else None

    def _before(self, token: Token, passage: Passage) -> Mention | None:
        number = self._of(token, passage)
        earlier = self.sentences[number - 1] if number else None
        if earlier is None or earlier.passage != self.sentences[number].passage:
            return None
        return earlier.scene

    def narrower(self, than: Mention, token: Token, passage: Passage) -> Mention:
        """Return a place of the same sentence that lies in the one given, or that one."""
        places = self._around(token, passage)
        inside = [one for one in places if is_within(one.mention, than)]
        found = best(inside, token)
        return found.mention if found is not None else than

    def carried(self, token: Token, passage: Passage) -> Mention | None:
        """Return the place that the sentences before have led to.

        None where the story turns, or the sentence names a place that lies elsewhere or that
        nobody knows. What stands
        in the same paragraph comes first, then the paragraphs just before, then the headline and
        the first paragraph; a headline takes its place from the first paragraph.
        """
        here = self.sentences[self._of(token, passage)]
        scene = self.left(token, passage)
        if scene is None or here.unknown or not all(_agree(scene, one) for one in here.others):
            return None
        return scene

    def left(self, token: Token, passage: Passage) -> Mention | None:
        """Return the place of the sentences before, wherever this sentence goes from there."""
        here = self.sentences[self._of(token, passage)]
        if here.turns or any(place.strength < _PLAIN for place in here.places):
            return None
        return here.before if here.led else self._lead(here)

    def _lead(self, here: _Sentence) -> Mention | None:
        """Return the first place of the headline and the first paragraph.

        A headline is about what the first paragraph tells.
        """
        for one in self.sentences[:_OPENING]:
            later = one.at >= here.at if one.passage == here.passage else one.passage > here.passage
            told = not later or (here.passage == 0 and one.passage == 1)
            if told and one.passage < _LEAD and one.scene is not None:
                return one.scene
        return None

    def _around(self, token: Token, passage: Passage) -> Sequence[Locative]:
        places = self.sentences[self._of(token, passage)].places
        at = bisect_right(places, token.i, key=lambda place: place.token.i)
        return places[max(0, at - _MOST) : at + _MOST]

    def _of(self, token: Token, passage: Passage) -> int:
        at = passage.start + token.idx
        return bisect_right(self.sentences, at, key=lambda one: one.at) - 1


def scenes(passages: Sequence[Passage], names: Mapping[int, Named]) -> Scenes:
    """Read where each sentence of a report is.

    Parameters
    ----------
    names
        For each passage, by its start, the mentions over its words, with those words that stand
        for a place (`reports.claims.referents`).
    """
    return Scenes(tuple(_led(_sentences(passages, names))))


def _led(sentences: Iterable[_Sentence]) -> Iterator[_Sentence]:
    """Carry the scene from sentence to sentence."""
    last: _Sentence | None = None
    for one in sentences:
        if last is not None and one.passage - last.passage <= _FAR:
            yield replace(one, before=last.scene, led=True)
        else:
            yield one
        last = one if one.scene is not None or one.turns else last


def _sentences(passages: Sequence[Passage], names: Mapping[int, Named]) -> Iterator[_Sentence]:
    for number, passage in enumerate(passages):
        for sentence in passage.doc.sents:
            places = locatives(sentence, names[passage.start])
            plain = [place for place in places if place.strength >= _PLAIN]
            found = best(plain, _centre(sentence))
            yield _Sentence(
                at=passage.start + sentence.start_char,
                passage=number,
                places=places,
                others=_others(sentence, names[passage.start], places),
                scene=found.mention if found is not None else None,
                turns=_turns(sentence),
                unknown=any(_is_unknown(token, names[passage.start]) for token in sentence),
            )


def _centre(sentence: Span) -> Token:
    """Return the verb of a sentence, which the parse may take for a participle of its subject."""
    root = sentence.root
    below = children(root, "acl") if root.pos_ not in VERBAL else []
    return next((verb for verb in below if verb.pos_ in VERBAL), root)


def _agree(one: Mention, other: Mention) -> bool:
    same = one.place is not None and other.place is not None and one.place.id == other.place.id
    return same or one.start == other.start or is_within(one, other) or is_within(other, one)


def _others(sentence: Span, names: Named, places: Sequence[Locative]) -> list[Mention]:
    """Give the places that a sentence names without being there, but not the states that act."""
    known = {place.mention.start for place in places}
    named = {names[token.i].start: names[token.i] for token in sentence if token.i in names}
    return [one for start, one in named.items() if start not in known and _is_somewhere(one)]


def _is_somewhere(mention: Mention) -> bool:
    if mention.role is Role.LITERAL:
        return True
    state = mention.place is None or mention.place.kind is Kind.COUNTRY
    return mention.role is Role.METONYM and not state


def _is_unknown(token: Token, names: Named) -> bool:
    """Whether a word reads like the name of where something is, and no gazetteer has it."""
    named = token.pos_ == "PROPN" and token.dep_ == "pobj" and token.i not in names
    leads = named and token.head.lower_ in words("slots", "prepositions", "somewhere")
    return leads and token.ent_type_ not in NO_PLACES and not children(token, "det", "poss")


def _turns(sentence: Span) -> bool:
    """Whether a sentence leaves the story: "Elsewhere, …", "In a separate attack, …"."""
    opening = sentence[: next((t.i - sentence.start for t in sentence if t.text == ","), 1)]
    said = {lemma(token) for token in opening}
    apart = sentence[0].pos_ == "ADP" and said & words("slots", "turning", "apart")
    return bool(apart or said & words("slots", "turning", "words"))
