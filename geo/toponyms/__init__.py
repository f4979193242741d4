"""Toponyms in prose: the door to recognition, resolution and roles."""

from collections.abc import Iterator, Sequence
from functools import partial

from geo.index import Index
from geo.limits import limits
from geo.losses import Losses
from geo.mention import Mention
from geo.passage import Passage
from geo.place import Place, Role
from geo.toponyms.beforehand import Beforehand, Decisions
from geo.toponyms.containment import contained, holders
from geo.toponyms.matches import Name
from geo.toponyms.positions import clear_of, positions
from geo.toponyms.recognise import recognise
from geo.toponyms.resolve import Resolved, resolve
from geo.toponyms.roles import role
from geo.toponyms.usage import Choice


def toponyms(
    passages: Sequence[Passage],
    gazetteer: Index,
    *,
    datelines: bool = False,
    home: Place | Sequence[Place] | None = None,
    decisions: Decisions | None = None,
    losses: Losses | None = None,
) -> list[Mention]:
    """Find the place names and the coordinates of a report, and what they mean.

    Parameters
    ----------
    passages
        The parsed blocks of one report, in order.
    gazetteer
        Where names are looked up.
    datelines
        Whether the place that a passage opens with as its dateline counts as a mention. It says
        where a reporter was, so for a report it does not.
    home
        Where the publisher sits or the report was filed, or places it may be
        (:func:`geo.toponyms.home.homes` finds them): weak evidence.
    decisions
        From names as :func:`geo.names.normalise` writes them to the ids of the places that a person
        has verified them to mean, most recent first: strong evidence.
    losses
        Takes notes of what is left out: names beyond the limit, names that cannot be judged.

    Returns
    -------
    list of Mention
        Sorted by start, without overlaps. A name that cannot be resolved has no place. Datelines
        inform the choice of places either way.
    """
    losses = Losses() if losses is None else losses
    stated = losses.first(positions(passages), limits().names, "coordinates were")
    found = list(clear_of(recognise(passages, gazetteer), passages, stated))
    names = losses.first(found, limits().names, "place names were")
    sat = () if home is None else (home,) if isinstance(home, Place) else home
    resolved = resolve(names, gazetteer, Beforehand(sat, decisions or {}))
    named = [
        _mention(name, result, choice, passages[name.passage])
        for name, result, choice in zip(
            names, resolved, _roles(names, resolved, losses), strict=True
        )
        if choice is not None and (datelines or not name.dateline)
    ]
    return sorted([*named, *stated], key=lambda mention: mention.start)


def _roles(
    names: Sequence[Name], resolved: Sequence[Resolved], losses: Losses
) -> Iterator[Choice | None]:
    """Choose the role of each name; None for one that cannot be judged."""
    words: dict[int, set[int]] = {}
    for name in names:
        words.setdefault(name.passage, set()).update(token.i for token in name.span)
    holding = {other for areas in holders(names).values() for other, _ in areas}
    for at, (name, result) in enumerate(zip(names, resolved, strict=True)):
        if name.demonym:
            yield Role.DEMONYM, "a people or an adjective"
        elif name.dateline:
            yield Role.LITERAL, "where the report was written"
        else:
            follows = at in holding and at > 0 and contained(names[at - 1], name)
            known = frozenset(words[name.passage])
            choose = partial(role, name.span, result.place, known, holds=follows)
            yield losses.attempt(f"“{name.surface}”", choose)


def _mention(name: Name, resolved: Resolved, choice: Choice, passage: Passage) -> Mention:
    start, _ = passage.span(name.span)
    return Mention(
        start=start,
        end=start + len(name.surface),
        text=name.surface,
        role=choice[0],
        role_reason=choice[1],
        place=resolved.place,
        confidence=resolved.confidence,
        candidates=resolved.candidates,
    )
