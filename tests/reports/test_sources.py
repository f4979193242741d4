"""Who says so, from the speaker to the root."""

from collections.abc import Callable

import pytest

from reports.claim import Claim

Told = Callable[[str], list[Claim]]

CHAINS = [
    ("They lost 300 men.", ()),
    ("They lost 300 men, according to the United Nations.", ("United Nations",)),
    ("Officials in {Seoul|literal} believe that 300 men died.", ("officials in Seoul",)),
    ("“We lost 300 men,” the army spokesman added.", ("army spokesman",)),
    ("Recent intelligence indicates that 300 men died.", ("recent intelligence",)),
    ("They brushed aside a {Kyiv|metonym} claim that 300 men are there.", ("Kyiv",)),
    (
        "Lawmaker Park Sun-won, citing the spy agency, said 300 men had died.",
        ("Park Sun-won", "spy agency"),
    ),
    (
        "A colleague had heard from {Berlin|metonym} that 300 men died.",
        ("colleague", "Berlin"),
    ),
    (
        "According to an officer quoted by a radio station, 300 men died.",
        ("radio station", "officer"),
    ),
    ("Seoul had put the total of men at 300.", ("Seoul",)),
    ("The ministry did not comment on claims that 300 men died.", ()),
    ("Militants claimed responsibility for bombings that killed 44 people.", ()),
    ("Shelling was reported in 11 towns.", ()),
    ("No sign of the ship was found in an area of 300 square miles.", ()),
    ("It was reported by the coast guard that 300 people drowned.", ("coast guard",)),
    ('We keep on looking, " he said. Park Sun-won said so. The ship has 65 men on board.', ()),
    ('Park Sun-won said so. "We go on looking. The ship has 65 men on board."', ("Park Sun-won",)),
]

REFERRED = [
    (
        "The {Chadian|demonym} lawmaker Ellen Ford-kim said 300 men died. She cited the bureau.",
        ("Ellen Ford-kim", "bureau"),
    ),
    (
        "{Chad|metonym}'s National Security Agency met. The agency said 300 men had died.",
        ("National Security Agency",),
    ),
    (
        "The Joint Chiefs of Staff met. The Joint Chiefs said 300 men had died.",
        ("Joint Chiefs of Staff",),
    ),
    (
        "A {Chadian|demonym} outlet reported it first. The outlet said 300 men had died.",
        ("Chadian outlet",),
    ),
    (
        "{Chad|metonym}'s Defence Ministry said 300 men had died.",
        ("Chad's Defence Ministry",),
    ),
    ("They plan, Ellen Ford said, to send 300 men.", ("Ellen Ford",)),
    (
        "Ellen Ford, in May, put the force at 900 soldiers, with at least 300 of them in the city.",
        ("Ellen Ford",),
    ),
    (
        "Ellen Ford runs a clinic. “Bad,” said Ellen Ford. “Another 300 men died,” she said.",
        ("Ellen Ford",),
    ),
    ("Ivan Petrov spoke first. According to Petrov, 300 men died.", ("Ivan Petrov",)),
    (
        "Lawmaker Lee Min-jung spoke. The lawmaker said 300 men had died.",
        ("Lee Min-jung",),
    ),
    (
        "The National Intelligence Service (NIS) met. The NIS said 300 men had died.",
        ("National Intelligence Service",),
    ),
    (
        "A lawmaker who cited the spy agency spoke. Lawmaker Lee Min-jung said 300 men had died.",
        ("Lee Min-jung", "spy agency"),
    ),
    (
        "“We fled,” said Maryam Idris, a teacher. “We buried 300 people.”",
        ("Maryam Idris",),
    ),
]


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_a_sentence_names_its_sources(text: str, chain: tuple[str, ...], told: Told) -> None:
    assert told(text)[0].sources == chain


@pytest.mark.parametrize(("text", "chain"), REFERRED)
def test_a_speaker_named_before_is_named_in_full(
    text: str, chain: tuple[str, ...], told: Told
) -> None:
    assert told(text)[-1].sources == chain


def test_a_body_described_is_the_one_named(told: Told) -> None:
    text = (
        "The National Intelligence Service met. "
        "Lee Min-jung, citing the intelligence agency, said 300 men had died."
    )
    assert told(text)[0].sources == ("Lee Min-jung", "National Intelligence Service")


def test_a_country_that_speaks_is_no_person_of_that_name(told: Told) -> None:
    text = "Ellen Jordan left. {Jordan|metonym} said 300 men had died."
    assert told(text)[0].sources == ("Jordan",)


def test_what_stands_behind_a_semicolon_is_said_by_nobody_before_it(told: Told) -> None:
    first, second = told("Gunmen killed 17 soldiers; the army says it lost 15.")
    assert (first.sources, second.sources) == ((), ("army",))
