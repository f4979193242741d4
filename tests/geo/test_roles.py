"""What a name stands for: the place, those who act in its name, a likeness."""

from collections.abc import Callable

import pytest

from geo.mention import Mention
from geo.place import Role

Find = Callable[[str], list[Mention]]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Officials in [Seoul] believe it.", Role.LITERAL),
        ("[Moscow] denies that any unit has crossed.", Role.METONYM),
        ("He spoke during his visit to [Pyongyang].", Role.LITERAL),
        ("According to [Seoul], the number has doubled.", Role.METONYM),
        ("They pushed [Kyiv] troops out of the region.", Role.METONYM),
        ("The head of [Russia]'s Security Council spoke.", Role.METONYM),
        ("They fought in [Russia]'s Kursk Oblast.", Role.LITERAL),
        ("Builders will repair [Kursk]'s bridges by autumn.", Role.LITERAL),
        ("It signed a mutual defence pact with [Russia].", Role.METONYM),
        ("The road follows the border with [Russia].", Role.LITERAL),
        ("They prepare a joint attack against [Ukraine].", Role.METONYM),
        ("Forces may join a new offensive on [Sumy].", Role.LITERAL),
        ("The last soldiers leave [Chad] today.", Role.LITERAL),
        ("The minister accused [Poland] of spying.", Role.METONYM),
        ("[Kharkiv] was shelled overnight.", Role.LITERAL),
        ("[Pyongyang] is ready to send them.", Role.METONYM),
        ("[Gao] is a town on the river.", Role.LITERAL),
        ("The base was designed to resemble [Seoul].", Role.LIKENESS),
        ("A mock town was modelled on [Seoul].", Role.LIKENESS),
        ("They built a replica of [Seoul].", Role.LIKENESS),
        ("It transferred technologies to [Pyongyang].", Role.METONYM),
        ("It sent soldiers to [Russia].", Role.LITERAL),
        ("The government of [Ukraine] resigned.", Role.METONYM),
        ("The invasion of [Ukraine] began.", Role.LITERAL),
        ("Several [Russian] units withdrew.", Role.DEMONYM),
        ("They fight in places like [Sumy].", Role.LITERAL),
        ("A Lithuanian officer heard it from [Moscow].", Role.METONYM),
        ("[Moscow], which started the rumour.", Role.METONYM),
        ("Planes of Air [Moscow] stayed on the ground.", Role.METONYM),
        ("[Moscow], 3 March - Armed men attacked a convoy on Sunday.", Role.LITERAL),
        (
            "A magnitude 6.1 earthquake struck off [Russia] early on Friday, they said.",
            Role.LITERAL,
        ),
        ("Families who fled Kharkiv for [Russia] have no tents.", Role.LITERAL),
        ("Pupils in [Kharkiv] schools moved underground.", Role.LITERAL),
        ("Fort Stewart, [Georgia], is a base.", Role.LITERAL),
        ("Peace talks between [Russia] and Ukraine failed.", Role.METONYM),
        ("The land between [Belarus] and Kaliningrad is narrow.", Role.LITERAL),
    ],
)
def test_role(mentions: Find, text: str, role: Role) -> None:
    start = text.index("[")
    found = mentions(text.replace("[", "").replace("]", ""))
    mention = next(mention for mention in found if mention.start == start)
    assert mention.role is role, mention.role_reason


def test_every_role_has_a_reason(mentions: Find) -> None:
    found = mentions("Moscow denies that North Korean troops crossed from Kursk into Ukraine.")
    assert len(found) == 4
    assert all(mention.role_reason for mention in found)
