"""A denial is never read as a report, however it is worded, and a refusal is no denial."""

from collections.abc import Callable

import pytest

from reports.claim import Claim, Status

Told = Callable[[str], list[Claim]]

DENIED = [
    ("The ministry denied that 300 soldiers had been killed.", "300"),
    ("The ministry denied reports of 300 dead.", "300"),
    ("The ministry denied 300 soldiers had been killed.", "300"),
    ("Denying that 300 men were missing, the general left the room.", "300"),
    ("He denied any of the 300 men had been hurt.", "300"),
    ("The army has flatly denied having lost 300 men.", "300"),
    ("The army's denial that 300 men died convinced few.", "300"),
    ("In a denial of reports that 300 men died, the army posted a video.", "300"),
    ("Officials rejected claims that 300 men were held.", "300"),
    ("Officials rejected as fabricated a report of 300 dead.", "300"),
    ("Officials rejected the opposition's figure of 300 dead.", "300"),
    ("Officials dismissed as propaganda claims of 300 dead.", "300"),
    ("A video that says 300 people died is fake, the police said.", "300"),
    ("There is no evidence of 300 dead, the police said.", "300"),
    ("The police found no evidence that 300 people had died.", "300"),
    ("We have seen no proof that 300 troops crossed the river.", "300"),
    ("There is no indication that 300 troops crossed the river, NATO said.", "300"),
    ("There is no truth to the report that 300 troops crossed, NATO said.", "300"),
    ("The army did not lose 300 men, it said.", "300"),
    ("The army didn't lose 300 men.", "300"),
    ('"We have not lost 300 men," the general said.', "300"),
    ("The army never lost 300 men in the valley.", "300"),
    ("No 300 men were lost, the army said.", "300"),
    ("There were not 300 troops in the town.", "300"),
    ("There were no 300 troops in the town.", "300"),
    ("It is false that 300 men died.", "300"),
    ("It was not true that 300 men died.", "300"),
    ("The claim that 300 men died is false.", "300"),
    ("The claim that 300 men died was untrue, the army said.", "300"),
    ("Reports that 300 men died are unfounded.", "300"),
    ("Reports that 300 men died were denied by the army.", "300"),
    ("A report of 300 deaths was dismissed as false.", "300"),
    ("Reports of 300 deaths have been refuted by doctors.", "300"),
    ("It was denied that 300 men had died.", "300"),
    ("The army called reports that 300 men died nonsense.", "300"),
    ("The army described reports of 300 dead as fiction.", "300"),
    ("The general contradicted a report that 300 men had died.", "300"),
    ("Doctors disputed that 300 people had died.", "300"),
    ("The toll was 40 rather than 400.", "400"),
    ("The governor said the number was not 40 but 14.", "40"),
    ("The general ruled out that 300 men had been captured.", "300"),
    ("The army insists it has no 300 men there.", "300"),
    ("Far from losing 300 men, the army lost ten, it said.", "300"),
    ("Rumours of 300 dead are wrong, said the mayor.", "300"),
    ("The navy denied, in a statement on Friday, that 30 sailors had died.", "30"),
    ('"That 300 men died is a lie," he said.', "300"),
    ("The ministry branded as fake news reports that 300 troops had surrendered.", "300"),
    ("The army debunked a claim of 300 dead.", "300"),
    ("The figure of 7,000 dead is a myth, historians say.", "7,000"),
    ("None of the 300 workers had been flown home.", "300"),
]

NOT_DENIED = [
    ("The minister did not deny that 300 men had died.", "300"),
    ("No one can deny that 300 men died.", "300"),
    ("The army denied responsibility for a strike that killed 30 people.", "30"),
    ("He denied wrongdoing after 30 people died at his mill.", "30"),
    ("The rebels denied attacking the village where 30 people died.", "30"),
    ("The court rejected an appeal by 30 soldiers.", "30"),
    ("The minister dismissed 30 officers.", "30"),
    ("The firm dismissed 300 workers after a strike.", "300"),
    ("Protesters rejected the offer, and 30 were arrested.", "30"),
    ("Fewer than 300 men died, not 3,000 as rumoured.", "300"),
    ("The toll was 40 rather than 400.", "40"),
    ("The plane was carrying 40 passengers, not 60.", "40"),
    ("The governor said the number was not 40 but 14.", "14"),
    ("The army lost no men.", "no men"),
    ("Nobody was hurt in the quake.", "Nobody"),
]

LEFT_OPEN = [
    ("The minister refused to confirm that 300 men had died.", "300"),
    ("The minister neither confirmed nor denied that 300 men had died.", "300"),
    ("Without confirming that 300 men had died, the army opened an inquiry.", "300"),
    ("The claim of 300 dead could not be verified.", "300"),
]


def status(text: str, surface: str, told: Told) -> Status:
    start = text.index(surface)
    return next(one for one in told(text) if one.start <= start < one.end).stance.status


@pytest.mark.parametrize(("text", "surface"), DENIED)
def test_what_is_denied_is_not_reported(text: str, surface: str, told: Told) -> None:
    assert status(text, surface, told) is Status.DENIED


@pytest.mark.parametrize(("text", "surface"), NOT_DENIED)
def test_refusing_something_else_denies_no_figure(text: str, surface: str, told: Told) -> None:
    assert status(text, surface, told) is Status.REPORTED


@pytest.mark.parametrize(("text", "surface"), LEFT_OPEN)
def test_what_nobody_would_confirm_is_a_claim(text: str, surface: str, told: Told) -> None:
    assert status(text, surface, told) is Status.CLAIMED


def test_a_question_takes_its_figure_for_granted(told: Told) -> None:
    text = "He would not say how the 300 men had died."
    assert status(text, "300", told) is Status.REPORTED


def test_a_part_of_an_estimate_is_one(told: Told) -> None:
    text = "Some 11,000 soldiers are believed to be there, 4,000 of them engineers."
    assert status(text, "4,000", told) is Status.ESTIMATED


def test_what_a_side_says_its_forces_did_is_a_claim(told: Told) -> None:
    text = "{Kyiv|metonym|city|UA} said its forces had killed 300 {Russian|demonym|country|RU} men."
    assert told(text)[0].stance.status is Status.CLAIMED
