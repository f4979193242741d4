"""Roles construction by construction: verbs, owners, modifiers, prepositions, headlines, patterns.

The names are few, the grammar is what varies; each case is a sentence of our own.
"""

from collections.abc import Callable

import pytest

from geo.mention import Mention
from geo.place import Role

Find = Callable[[str], list[Mention]]

LITERAL, METONYM, LIKENESS = Role.LITERAL, Role.METONYM, Role.LIKENESS


def check(mentions: Find, text: str, role: Role) -> None:
    start = text.index("[")
    found = mentions(text.replace("[", "").replace("]", ""))
    mention = next(mention for mention in found if mention.start == start)
    assert mention.role is role, mention.role_reason


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("[Belarus] is hosting the drills this autumn.", METONYM),
        ("[Poland] scrambled jets before dawn.", METONYM),
        ("[Chad] suffered its longest drought in forty years.", LITERAL),
        ("[Pyongyang] woke to the sound of gunfire.", LITERAL),
        ("[Lebanon] saw the largest protests in a decade.", LITERAL),
        ("[France] sees Germany as a partner.", METONYM),
        ("[Kyiv] remains without power.", LITERAL),
        ("[Kyiv] remains committed to the deal.", METONYM),
        ("[Lebanon] is home to a million refugees.", LITERAL),
        ("[Amman] was tense on Friday.", LITERAL),
        ("[Germany] is at odds with its neighbours.", METONYM),
        ("[Syria] slipped deeper into chaos.", LITERAL),
        ("[Kyiv] lost power when the storm came.", LITERAL),
        ("[Ukraine] lost the town in May.", METONYM),
        ("[Russia] is believed to have withdrawn.", METONYM),
        ("[Kharkiv] is believed to have burned for days.", LITERAL),
        ("[Chad] is one of the poorest countries on earth.", LITERAL),
        ("[Warsaw] have signed two new players.", METONYM),
        ("[Sydney] beat the visitors at home.", METONYM),
    ],
)
def test_subjects(mentions: Find, text: str, role: Role) -> None:
    check(mentions, text, role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The council urged [Lebanon] to open the crossing.", METONYM),
        ("The minister slammed [Poland] over the fence.", METONYM),
        ("The offer angered [Seoul].", METONYM),
        ("They turned down [Germany] in May.", METONYM),
        ("The minister sees [Russia] as a threat.", METONYM),
        ("Drones struck [Kharkiv] before dawn.", LITERAL),
        ("The storm battered [Lebanon] for two days.", LITERAL),
        ("The militia uses [Syria] as a base.", LITERAL),
        ("The boat was seized by [France] in May.", METONYM),
    ],
)
def test_objects(mentions: Find, text: str, role: Role) -> None:
    check(mentions, text, role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("[Ukraine]'s forces withdrew from the village.", METONYM),
        ("[Russia]'s war has lasted for years.", METONYM),
        ("[Syria]'s civil war has lasted for years.", LITERAL),
        ("[Lebanon]'s crisis deepened.", LITERAL),
        ("A fire broke out in [Amman]'s largest slum.", LITERAL),
        ("[Chad]'s north was shaken.", LITERAL),
        ("[China]'s People's Liberation Army drilled again.", METONYM),
        ("[Kharkiv]'s mayor confirmed the strike.", METONYM),
        ("[Ukraine] ministers will meet on Friday.", METONYM),
        ("[Kharkiv] residents queued for water.", LITERAL),
        ("[California] wildfires forced thousands out.", LITERAL),
        ("The [Syria] ceasefire held for a day.", LITERAL),
        ("[Ukraine] President Ali Berger spoke.", METONYM),
        ("[US] strikes killed nine.", METONYM),
        ("Four [China] Coast Guard vessels came close.", METONYM),
        ("A [Lebanon] Coast Guard base was hit.", LITERAL),
        ("[US] airports were closed.", METONYM),
    ],
)
def test_owners_and_modifiers(mentions: Find, text: str, role: Role) -> None:
    check(mentions, text, role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The ambassador to [Jordan] was recalled.", METONYM),
        ("Moscow deployed troops to [Belarus].", LITERAL),
        ("Aid to [Ukraine] has stalled.", METONYM),
        ("Two trucks drove to [Lebanon].", LITERAL),
        ("Help from [Germany] was refused.", METONYM),
        ("Aid from [Germany] arrived in Gao.", LITERAL),
        ("Images from [Kyiv] show the damage.", LITERAL),
        ("Diplomats from [France] walked out.", METONYM),
        ("The plan needs the consent of [Moscow].", METONYM),
        ("The border between [Russia] and Ukraine is mined.", LITERAL),
        ("They built a fence along the border with [Belarus].", LITERAL),
        ("Germany put pressure on [Poland].", METONYM),
        ("The striker scored twice against [Australia].", METONYM),
        ("Countries such as [Poland] have taken a harder line.", METONYM),
        ("The mayor of [Kharkiv] was hurt.", METONYM),
        ("The mayor of the city of [Kharkiv] was hurt.", LITERAL),
        ("John Miller, 34, of [Dallas], was charged.", LITERAL),
        ("Reports of [China] seizing the reef are false.", METONYM),
        ("Its main ally is [Belarus].", METONYM),
    ],
)
def test_prepositions(mentions: Find, text: str, role: Role) -> None:
    check(mentions, text, role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("[Germany] Closes Border After Deadly Attack", METONYM),
        ("[Belarus], Poland agree to hold talks", METONYM),
        ("[Russia] to resume flights", METONYM),
        ("[RUSSIA] STRIKES KHARKIV AGAIN", METONYM),
        ("RUSSIA STRIKES [KHARKIV] AGAIN", LITERAL),
        ("SEOUL WARNS [PYONGYANG] OVER DRILLS", METONYM),
        ("North Korea fires missile into sea: [South Korea]", METONYM),
        ("[Russia]-backed militias fired rockets.", METONYM),
        ("A [Warsaw]-based analyst disagreed.", LITERAL),
        ("The [Dallas], Texas-based company said so.", LITERAL),
        ("Anti-[France] protests broke out.", METONYM),
    ],
)
def test_headlines_and_hyphens(mentions: Find, text: str, role: Role) -> None:
    check(mentions, text, role)


@pytest.mark.parametrize(
    "text",
    [
        "They call it the [Paris] of the east.",
        "Nobody wants another [Syria].",
        "It could become a second [Lebanon].",
        "A mock-up of [Kyiv] stands in the desert.",
        "The minister fears a [Syria]-style collapse.",
    ],
)
def test_likenesses(mentions: Find, text: str) -> None:
    check(mentions, text, LIKENESS)
