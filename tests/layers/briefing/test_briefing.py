"""A briefing goes to JSON and back the same; what is none is refused with the reason."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.briefing.briefing import KINDS, Briefing, Line, Step, from_json, to_json
from layers.names import NAMINGS

LINES = st.builds(Line, st.text(), st.lists(st.text()).map(tuple))
STEPS = st.builds(
    Step,
    id=st.uuids().map(str),
    kind=st.sampled_from(KINDS),
    title=st.text(),
    view=st.just({"axis": "event", "window": {"from": "2024-01-01", "to": None}}),
    lines=st.lists(LINES, max_size=3).map(tuple),
    notes=st.text(),
)
BRIEFINGS = st.builds(
    Briefing,
    id=st.text(),
    title=st.text(),
    steps=st.lists(STEPS, max_size=4, unique_by=lambda step: step.id).map(tuple),
    names=st.sampled_from(list(NAMINGS)),
    banner=st.text(),
    as_of=st.text(),
)


@given(BRIEFINGS)
def test_what_is_written_is_read_back_the_same(briefing: Briefing) -> None:
    assert from_json(json.loads(json.dumps(to_json(briefing)))) == briefing


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"format": "sidecar"}, "not a Dateline briefing"),
        ({"version": 99}, "version 99"),
        ({"names": "xx"}, "no language of labels"),
        ({"steps": {}}, "should be a list"),
        ({"steps": [7]}, "step 1"),
        ({"steps": [{"id": "a"}, {"id": "a"}]}, "the same id"),
        ({"steps": [{"kind": "joke"}]}, "of kind joke"),
        ({"steps": [{"view": {"window": {"from": "soon"}}}]}, "view of step 1"),
        ({"steps": [{"lines": [{"cites": 3}]}]}, "cites of step 1"),
    ],
)
def test_what_is_no_briefing_is_refused(changed: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        from_json({**to_json(Briefing("b", "t")), **changed})
