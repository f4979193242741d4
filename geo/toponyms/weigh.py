"""Weighing: the evidence for each place that a name of a report may mean.

Every candidate is weighed by itself, by what the words around say of its kind and of where it lies,
and by what the report's other places make likely.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from geo.index import Index
from geo.place import Kind, Place
from geo.toponyms.apart import apart
from geo.toponyms.beforehand import Beforehand
from geo.toponyms.containment import holders, listed, within
from geo.toponyms.forms import in_full, shortened, written
from geo.toponyms.idiom import lands
from geo.toponyms.lean import Weights, lean
from geo.toponyms.matches import Name
from geo.toponyms.option import Option
from geo.toponyms.prior import name_fit, standing
from geo.toponyms.usage import is_sovereign

AREAS = frozenset({Kind.COUNTRY, Kind.ADM1})
GOVERNED = frozenset({Kind.COUNTRY, Kind.ADM1, Kind.ADM2, Kind.CITY, Kind.SITE})
WELL_KNOWN = 0.5
"""How much of the doubt about places abroad there is about countries and capitals."""
MANY_COUNTRIES, MANY_NAMES = 3, 8
MOST_CANDIDATES = 25
CALLED = {
    Kind.COUNTRY: "a country",
    Kind.ADM1: "a province",
    Kind.ADM2: "a county",
    Kind.CITY: "a town",
    Kind.SITE: "a site",
    Kind.LINE: "a line",
    Kind.REGION: "a region",
    Kind.WATER: "a water",
}
FITS = {
    "usual_name": "its usual name",
    "short_name": "short for its usual name",
    "strange_name": "a name of it that few use",
}
Held = Mapping[int, Sequence[tuple[int, str]]]
Full = Mapping[str, Sequence[Name]]


def weigh(names: Sequence[Name], index: Index, points: Weights, known: Beforehand) -> list[Option]:
    """Give the candidates of all names of a report with the evidence for each.

    Parameters
    ----------
    points
        The weight of each kind of evidence: what a candidate's company says depends on how likely
        each of the company is.
    known
        What there is to go by besides the report's own words.
    """
    held, full = holders(names), in_full(names)
    options = [
        _option(at, names, place, index)
        for at, name in enumerate(names)
        for place in _joined(
            _candidates(name, [names[other] for other, _ in held.get(at, ())], full),
            _decided(name, index, known),
        )
    ]
    _hold(options, names, held)
    _inherit(options, names, held)
    _measure(options, names)
    _complete(options, names, full)
    _speak_for_countries(options, names)
    _speak_its_language(options, names)
    _remember(options, names, known)
    if options:
        lean(options, names, points, known.home)
    return options


def nowhere(names: Sequence[Name]) -> Mapping[str, float]:
    """Give the evidence that a name is that of a place which the gazetteer does not have.

    In a report that names many places, one that none of them speaks for is doubtful.
    """
    surfaces = {written(name) for name in names if name.places}
    return {"unlisted": 1.0, "unlisted_among_many": min(1.0, len(surfaces) / MANY_NAMES)}


def _candidates(name: Name, areas: Sequence[Name], full: Full) -> list[Place]:
    """Give the best known places of a name, those that lie where the text puts it, and the county.

    A report that writes "DeKalb County" once may write "DeKalb" for it.
    """
    own = [
        place
        for rank, place in enumerate(name.places)
        if rank < MOST_CANDIDATES
        or any(_lies_in(place, outer, area) for area in areas for outer in area.places)
    ]
    if not own or name.demonym:
        return own
    longer = (each for each in full.get(written(name), ()) if shortened(name, each))
    return _joined(own, [place for each in longer for place in each.places[:MOST_CANDIDATES]])


def _decided(name: Name, index: Index, known: Beforehand) -> list[Place]:
    """Give the places that a person has said the name means, where the gazetteer still has them."""
    found = []
    for place_id in known.decided(written(name)):
        with suppress(KeyError):
            found.append(index.place(place_id))
    return found


def _joined(places: Sequence[Place], more: Sequence[Place]) -> list[Place]:
    return list({place.id: place for place in (*places, *more)}.values())


def _option(at: int, names: Sequence[Name], place: Place, index: Index) -> Option:
    """Weigh a candidate by itself, by the words around the name and by its neighbours in a list."""
    name = names[at]
    known, reason = standing(place, index)
    option = Option(at, place, dict(known), [reason])
    if name.spelt:
        option.reasons.append(f"spelt like {name.spelt}")
    fit = "" if name.demonym else name_fit(name.surface, place)
    if fit:
        option.add(fit, FITS[fit])
    if place.kind in name.cues:
        option.add("called_so", f"called {CALLED[place.kind]}")
    elif name.cues:
        option.add("called_otherwise")
    if place.kind is not Kind.COUNTRY and any(other.kind is Kind.COUNTRY for other in name.places):
        option.add("province_like_country" if place.kind is Kind.ADM1 else "like_country")
    alike = next((item for item in _items(at, names) if _of_a_kind(place, item.places[0])), None)
    if alike is not None:
        option.add("listed_alike", f"listed with {alike.surface}")
    return option


def _items(at: int, names: Sequence[Name]) -> list[Name]:
    """Give the names right beside a name in a list."""
    name = names[at]
    beside = [names[other] for other in (at - 1, at + 1) if 0 <= other < len(names)]
    return [
        item
        for item in beside
        if item.passage == name.passage and item.places and not item.demonym and listed(item, name)
    ]


def _of_a_kind(place: Place, other: Place) -> bool:
    """Tell whether two places are both countries, or both provinces of one country."""
    if place.kind is not other.kind or place.id == other.id:
        return False
    provinces = place.kind is Kind.ADM1 and place.country == other.country
    return place.kind is Kind.COUNTRY or provinces


def _hold(options: Sequence[Option], names: Sequence[Name], held: Held) -> None:
    """Favour candidates that lie where the text puts them, and the areas that then hold them."""
    by_name = _by_name(options)
    for at, areas in held.items():
        for other, reason in areas:
            pairs = [
                (inner, outer)
                for inner in by_name.get(at, ())
                for outer in by_name.get(other, ())
                if _lies_in(inner.place, outer.place, names[other])
            ]
            for inner in {id(inner): inner for inner, _ in pairs}.values():
                inner.add("held", reason)
            for outer in {id(outer): outer for _, outer in pairs}.values():
                outer.add("holds", f"holds {names[at].surface}")


def _by_name(options: Sequence[Option]) -> Mapping[int, Sequence[Option]]:
    found: dict[int, list[Option]] = {}
    for option in options:
        found.setdefault(option.name, []).append(option)
    return found


def _measure(options: Sequence[Option], names: Sequence[Name]) -> None:
    """Favour places that lie as far from each other as the text says."""
    by_name = _by_name(options)
    for pair in apart(names):
        fitting = [
            (there, here)
            for there in by_name.get(pair.there, ())
            for here in by_name.get(pair.here, ())
            if pair.fits(there.place, here.place)
        ]
        for option in {id(option): option for both in fitting for option in both}.values():
            option.add("measured", f"fits “{pair.offset.text}”")


def _lies_in(place: Place, area: Place, name: Name) -> bool:
    """Tell whether a place lies in an area; in a people's country, where the area is a people."""
    return place.country == area.country if name.demonym else within(place, area)


def _inherit(options: Sequence[Option], names: Sequence[Name], held: Held) -> None:
    """Let a bare name mean what an earlier one meant of which the text says where it lies."""
    said = {at: {reason for _, reason in areas} for at, areas in held.items()}
    known: dict[str, set[str]] = {}
    for option in options:
        if said.get(option.name, set()).intersection(option.reasons):
            known.setdefault(written(names[option.name]), set()).add(option.place.id)
    for option in options:
        if option.name not in held and option.place.id in known.get(
            written(names[option.name]), ()
        ):
            option.add("held_before", "so placed elsewhere in the report")


def _complete(options: Sequence[Option], names: Sequence[Name], full: Full) -> None:
    """Favour what a longer name in the report means: "Korean" where it writes "North Korean"."""
    for option in options:
        longer = full.get(written(names[option.name]), ())
        said = [each for each in longer if option.place in each.places[: 1 + each.demonym]]
        if said and option.place.kind in AREAS:
            reason = f"called {said[0].surface} elsewhere"
            option.add("named_in_full", reason, len(said) / len(longer))


def _speak_for_countries(options: Sequence[Option], names: Sequence[Name]) -> None:
    """Favour capitals in a report about several countries: Athens is in Greece there."""
    first = [name.places[0] for name in names if name.places]
    countries = {place.id for place in first if place.kind is Kind.COUNTRY}
    for option in options:
        if "capital" in option.evidence and countries:
            among = min(1.0, len(countries) / MANY_COUNTRIES)
            option.add("capital_among_countries", "a capital among countries", among)


def _speak_its_language(options: Sequence[Option], names: Sequence[Name]) -> None:
    """Doubt places abroad in a report of some country's sheriffs or barangays.

    Of countries and capitals even those reports tell now and then.
    """
    strengths = lands({name.passage: name.span.doc for name in names}.values())
    told = max(strengths.values(), default=0.0)
    for option in options:
        place = option.place
        doubt = told - strengths.get(place.country or "", 0.0)
        if doubt > 0 and place.kind in GOVERNED:
            option.add("abroad", strength=doubt * (WELL_KNOWN if is_sovereign(place) else 1.0))


def _remember(options: Sequence[Option], names: Sequence[Name], known: Beforehand) -> None:
    """Favour what a person has said a name means, the last decision most."""
    for option in options:
        decided = known.decided(written(names[option.name]))
        if option.place.id in decided:
            strength = 1 / (1 + decided.index(option.place.id))
            option.add("verified", f"verified before as {option.place.name}", strength)
