"""Names without a place, and the button that asks an online geocoder for them; off till then."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from geo.errors import OnlineError
from geo.online import OnlineGazetteer, Provider, providers
from geo.online.provider import how_to_set
from reports.decided import UNVERIFIED
from reports.intake import look_up_online
from views.session import gazetteer, store

RESULT_KEY = "online-result"


def online_help(reports: pd.DataFrame) -> None:
    """Draw the section: which names have no place, and what would be sent where to find them."""
    missing = _missing(reports)
    if not missing and RESULT_KEY not in st.session_state:
        return
    st.header("Names without a place")
    _show_result()
    if not missing:
        st.write("Every name that a report mentions has a place.")
        return
    st.write(
        "The offline gazetteer does not have these names, or could not tell which place is meant."
        " They are not on the map."
    )
    st.dataframe(
        pd.DataFrame(
            {
                "Name": list(missing),
                "Reports": [", ".join(_labels(reports, ids)) for ids in missing.values()],
            }
        ),
        hide_index=True,
        width="stretch",
    )
    with st.expander("Look names up online"):
        _ask(missing)


def _missing(reports: pd.DataFrame) -> dict[str, list[str]]:
    """Give the names without a place, and undecided, with the reports that mention them."""
    mentions = store().mentions()
    undecided = mentions[mentions["review"] == UNVERIFIED]
    unplaced = undecided[undecided["place_id"].isna() & (undecided["role"] != "demonym")]
    unplaced = unplaced[unplaced["report_id"].isin(reports["id"])]
    by_name = unplaced.groupby("text", sort=True)["report_id"]
    return {str(name): sorted(set(ids)) for name, ids in by_name}


def _labels(reports: pd.DataFrame, ids: Sequence[str]) -> list[str]:
    chosen = reports[reports["id"].isin(ids)]
    return [str(row["title"] or row["slug"]) for row in chosen.to_dict("records")]


def _ask(missing: dict[str, list[str]]) -> None:
    try:
        known = providers()
    except OnlineError as error:
        st.error(str(error))
        return
    chosen = st.selectbox("Geocoder", known, format_func=lambda each: each.label)
    names = st.multiselect("Names to send", list(missing), default=list(missing))
    if chosen.missing:
        st.info(how_to_set(chosen))
        return
    st.write(_what_happens(len(names), chosen))
    st.text(f"{chosen.attribution}\nTerms of use: {chosen.terms}")
    label = f"Send {_counted(len(names))} to {chosen.host}"
    if st.button(label, type="primary", disabled=not names):
        _look_up({name: missing[name] for name in names}, chosen)
        st.rerun()


def _what_happens(count: int, chosen: Provider) -> str:
    return (
        "Nothing is sent until the button is pressed. It sends"
        f" {_counted(count)} and nothing else of the reports, one request every"
        f" {chosen.pause_s:g} s, to {chosen.host.replace('.', chr(92) + '.')}. Whoever runs it sees"
        " these names and this machine's internet address. Answers are kept on this machine, and no"
        " name is asked twice."
    )


def _counted(count: int) -> str:
    return "1 name" if count == 1 else f"{count} names"


def _look_up(names: dict[str, list[str]], chosen: Provider) -> None:
    online = OnlineGazetteer(chosen)
    bar = st.progress(0.0, f"Asking {chosen.label}")
    problem: str | None = None
    found: set[str] = set()
    by_report: dict[str, list[str]] = {}
    for name, ids in names.items():
        for id_ in ids:
            by_report.setdefault(id_, []).append(name)
    for number, (report_id, asked) in enumerate(by_report.items(), 1):
        result = look_up_online(report_id, asked, online.lookup, store(), gazetteer())
        found.update(place.name for place in result.found.values())
        problem = result.problem
        bar.progress(number / len(by_report), f"Asking {chosen.label}")
        if problem:
            break
    bar.empty()
    st.session_state[RESULT_KEY] = (len(names), sorted(found), problem)


def _show_result() -> None:
    if RESULT_KEY not in st.session_state:
        return
    asked, found, problem = st.session_state.pop(RESULT_KEY)
    if problem:
        st.error(problem.replace("[", r"\["))
    if found or not problem:
        st.text(f"Asked for {_counted(asked)}; found: {', '.join(found) or 'none'}.")
