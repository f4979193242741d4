"""Confidence: more evidence never makes a place less sure."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.lexicon import lexicon
from geo.toponyms.confidence import Evidence, confidence, identifiable

SHARES = st.floats(0, 1)
EVIDENCE = st.builds(
    Evidence,
    agreement=SHARES,
    points=st.floats(-3, 15),
    demonym=st.booleans(),
    nearness=SHARES,
    alone=st.booleans(),
)


@given(EVIDENCE)
def test_confidence_is_a_share(evidence: Evidence) -> None:
    assert 0 <= confidence(evidence) <= 1


@pytest.mark.parametrize("piece", ["agreement", "points", "nearness"])
@given(EVIDENCE, SHARES)
def test_more_evidence_never_makes_less_sure(piece: str, evidence: Evidence, more: float) -> None:
    stronger = replace(evidence, **{piece: getattr(evidence, piece) + more})
    assert confidence(stronger) >= confidence(evidence)


def test_a_capital_that_all_agree_on_is_sure_and_a_guess_between_hamlets_is_none() -> None:
    capital = Evidence(0.99, 8.0, demonym=False, nearness=0.9, alone=False)
    hamlet = Evidence(0.15, 1.5, demonym=False, nearness=0.0, alone=False)
    assert confidence(capital) > 0.9
    assert not identifiable(confidence(hamlet))


def test_the_curve_rises() -> None:
    curve = lexicon("confidence")["curve"]
    for knots in (curve["weight"], curve["confidence"]):
        assert knots == sorted(knots)
    assert len(curve["weight"]) == len(curve["confidence"])
