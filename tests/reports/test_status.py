"""How a statement stands to the facts."""

from collections.abc import Callable

import pytest

from geo.passage import Passage
from reports.claim import Status
from reports.claims.status import stance

Parse = Callable[[str], Passage]

STATED = [
    ("They have sent 300 men.", "300", Status.REPORTED, None),
    ("They plan to send 300 men along with 60 builders.", "60", Status.PLANNED, "plan"),
    ("Around 300 men will leave the fort and fly to Tbilisi.", "Tbilisi", Status.PLANNED, "will"),
    ("The town is to take 300 people.", "300", Status.PLANNED, "is to"),
    ("They would join the men already there: about 300.", "300", Status.PLANNED, "would"),
    ("They would join the men already sent: about 300.", "300", Status.REPORTED, None),
    ("They will follow the units that landed earlier: some 300 men.", "300", Status.REPORTED, None),
    ("The army is poised to deploy troops to Mali.", "Mali", Status.PLANNED, "poised"),
    ("The city has promised 300 men.", "300", Status.PLANNED, "promised"),
    ("The army expects to send 300 men.", "300", Status.PLANNED, "expects"),
    ("Germany to send 18 tanks", "18", Status.PLANNED, "to"),
    ("They signed a deal to deliver 18 tanks.", "18", Status.PLANNED, "to"),
    ("Some 300 men are ready to cross.", "300", Status.PLANNED, "ready"),
    ("They may deploy troops in Sumy.", "Sumy", Status.ESTIMATED, "may"),
    ("Up to 300 reservists may be called up.", "300", Status.ESTIMATED, "may"),
    ("It might take place in Sumy.", "Sumy", Status.ESTIMATED, "might"),
    ("Officials believe that 300 men were trained.", "300", Status.ESTIMATED, "believe"),
    ("It is estimated that they supplied 300 guns.", "300", Status.ESTIMATED, "estimated"),
    ("Some 300 men are expected to arrive.", "300", Status.ESTIMATED, "expected"),
    ("An estimated 300 men fled.", "300", Status.ESTIMATED, "estimated"),
    ("The guns, perhaps eighteen of them, fired.", "eighteen", Status.ESTIMATED, "perhaps"),
    ("If 300 men come, the town will fall.", "300", Status.ESTIMATED, "if"),
    ("Moscow claims that they keep 300 men.", "300", Status.CLAIMED, "claims"),
    ("The army allegedly killed 40 men.", "40", Status.CLAIMED, "allegedly"),
    ("They brushed aside a Kyiv claim that 300 men are there.", "300", Status.CLAIMED, "claim"),
    ("The storm claimed 12 lives.", "12", Status.REPORTED, None),
    ("The army denied that 300 men were killed.", "300", Status.DENIED, "denied"),
    ("He spoke, denying reports of 300 men.", "300", Status.DENIED, "denying"),
    ("Officials rejected claims that 300 men were held.", "300", Status.DENIED, "rejected"),
    ("They did not send 300 men.", "300", Status.DENIED, "not"),
    ("There is not a single soldier in Sumy.", "soldier", Status.DENIED, "not a single"),
    ("No soldiers died.", "soldiers", Status.REPORTED, None),
    ("They cannot be held for 20 days.", "20", Status.REPORTED, None),
    ("Officials expect the storm to displace 300 people.", "300", Status.ESTIMATED, "expect"),
    ("By U.S. estimates, 300 people died.", "300", Status.ESTIMATED, "estimates"),
    ("The true total was nearer 300.", "300", Status.ESTIMATED, "nearer"),
    ("The rebels claimed the capture of 30 men.", "30", Status.CLAIMED, "claimed"),
    ("Efforts to feed people in 40 towns began.", "40", Status.REPORTED, None),
    ("Efforts to retake 40 towns began.", "40", Status.PLANNED, "to"),
    ("He would not say whether 300 men had died.", "300", Status.ESTIMATED, "whether"),
    ("He went home, as 300 men died; they plan a trip.", "300", Status.REPORTED, None),
    ("Did 300 people die in Accra?", "300", Status.ESTIMATED, "?"),
    ("Why did 300 people die in Accra?", "300", Status.REPORTED, None),
    ("In the novel, 300 soldiers die in Paris.", "300", Status.ESTIMATED, "novel"),
    ("In a war game last week, 300 missiles hit Dubai.", "Dubai", Status.ESTIMATED, "war game"),
    ("A war game was held. In the exercise, 300 men moved.", "300", Status.ESTIMATED, "exercise"),
    ("In the exercise, 300 men moved to Kuwait.", "300", Status.REPORTED, None),
    ("In a game last week, 300 fans were hurt.", "300", Status.REPORTED, None),
    ("The planners assumed that 300 ships would sail.", "300", Status.ESTIMATED, "would"),
    ("Officials say 300 people would be killed.", "300", Status.ESTIMATED, "would"),
    ("If the dam broke, 300 families would leave.", "300", Status.ESTIMATED, "would"),
    ("Had the pact held, they would have removed 300 guns.", "300", Status.ESTIMATED, "would"),
    ("Germany said it would send 300 men.", "300", Status.PLANNED, "would"),
    ("A man accused of killing 12 people was tried.", "12", Status.CLAIMED, "accused"),
    ("Police charged him with smuggling 900 kilos.", "900", Status.CLAIMED, "charged"),
]


@pytest.mark.parametrize(("text", "word", "status", "cue"), STATED)
def test_the_governing_clause_says_how_it_stands(
    text: str, word: str, status: Status, cue: str | None, block: Parse
) -> None:
    token = next(token for token in block(text).doc if token.text == word)
    found = stance(token)
    assert (found.status, found.cue) == (status, cue)
