"""What is said to be many without a number: listed, never counted."""

from collections.abc import Callable, Sequence

import pytest

from geo.passage import Passage
from reports.claims import claims
from reports.dates import dates
from reports.unquantified import unquantified
from tests.reports.conftest import PUBLISHED

Passages = Callable[[str], Sequence[Passage]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry sent additional troops to the border.", ["additional troops"]),
        ("Forty men died and many more were wounded.", ["many more were wounded"]),
        ("The raid left two dead and many more wounded.", ["many more wounded"]),
        (
            "Several others were reported missing after the landslide.",
            ["Several others were reported missing"],
        ),
        ("The brigade took heavy losses near the river.", ["heavy losses"]),
        (
            "Rebels suffered significant battlefield casualties.",
            ["significant battlefield casualties"],
        ),
        (
            "It delivered significant quantities of weaponry by sea.",
            ["significant quantities of weaponry"],
        ),
        ("Large numbers of soldiers crossed at night.", ["Large numbers of soldiers"]),
        ("A number of drones fell in fields.", ["A number of drones"]),
        ("An undisclosed number of paratroopers landed.", ["undisclosed number of paratroopers"]),
        ("Many of its tanks were lost.", ["Many of its tanks"]),
        ("More armoured vehicles are on the way.", ["More armoured vehicles"]),
        ("Soldiers died in the blast.", ["Soldiers"]),
        ("Tanks were lost near the river.", ["Tanks"]),
        ("Rebels have captured Chadian soldiers.", ["Chadian soldiers"]),
        ("The raid killed civilians, a doctor said.", ["civilians"]),
        ("It sent paratroopers to the island.", ["paratroopers"]),
        ("The navy fired medium-range missiles.", ["medium-range missiles"]),
        (
            "Substantial reinforcements and further artillery shells arrived.",
            ["Substantial reinforcements", "further artillery shells"],
        ),
    ],
)
def test_mentions(text: str, expected: list[str], passages: Passages) -> None:
    parsed = passages(text)
    figures = claims(text, parsed, [], dates(parsed, PUBLISHED), PUBLISHED)
    found = unquantified(parsed, figures)

    assert [one.text for one in found] == expected
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.sentence_start <= one.start < one.end <= one.sentence_end


@pytest.mark.parametrize(
    "text",
    [
        "A further 4,000 troops will follow.",
        "Soldiers are trained to drive tanks.",
        "The soldiers died in the blast.",
        "Its soldiers died, and all civilians fled.",
        "Soldiers may have died.",
        "Soldiers were not captured.",
        "They plan to send paratroopers.",
        "Some 40 soldiers and civilians died.",
        "Three soldiers and police officers were killed.",
        "More than 600 soldiers died.",
        "Some 600 more soldiers arrived on Monday.",
        "The army has more modern tanks than its neighbour.",
        "No more troops will be sent.",
        "There were no significant losses.",
        "Heavy artillery and light infantry took part.",
        "The number of soldiers rose to 4,000.",
        "Ministers held several meetings and further talks.",
        "Dozens of soldiers were wounded.",
        "Two men had minor injuries.",
        "A lot of other problems remain.",
        "Large ships cannot pass the strait.",
        "Twice as many soldiers came, and nobody knows how many soldiers left.",
    ],
)
def test_what_is_no_such_mention(text: str, passages: Passages) -> None:
    parsed = passages(text)
    figures = claims(text, parsed, [], dates(parsed, PUBLISHED), PUBLISHED)

    assert unquantified(parsed, figures) == []
