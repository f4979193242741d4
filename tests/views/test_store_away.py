"""A store that cannot be reached is told on the page and by the command, without its password."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from dateline import app
from reports.store import Store
from tests.postgresql import PASSWORD, Server
from views.search import answer


@pytest.fixture
def nowhere(postgresql: Server) -> str:
    """Give the URL of a database that is not there."""
    return postgresql.url("nowhere")


def page() -> None:
    """Draw what the dashboard draws, of the store that the environment names."""
    from reports.store import Store  # noqa: PLC0415  the page is a script of its own
    from views.store_away import tells_of_its_store  # noqa: PLC0415  as above

    tells_of_its_store(lambda: Store().close())()


def test_a_page_says_what_is_wrong_and_can_try_again(
    nowhere: str, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_STORE", nowhere)
    shown = AppTest.from_function(page).run()
    (told,) = shown.error
    assert "does not exist" in told.value
    assert PASSWORD not in told.value
    monkeypatch.setenv("DATELINE_STORE", postgresql_url)
    assert not shown.button[0].click().run().error


@pytest.mark.parametrize("command", [["case", "list"], ["ingest", "a.txt"], ["serve"]])
def test_a_command_says_it_in_one_sentence(
    command: list[str], nowhere: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Nothing of note.", encoding="utf-8")
    result = CliRunner().invoke(app, [*command, "--store", nowhere])
    assert result.exit_code == 2
    assert result.stderr.strip().endswith("make it with createdb, or name another one in the URL.")
    assert PASSWORD not in result.output + result.stderr


def test_search_does_not_say_that_a_store_it_cannot_ask_has_nothing(postgresql: Server) -> None:
    with postgresql.database() as url:
        store = Store(url)
        assert answer(store, {"seq": 1, "text": "Kursk"}) == {"seq": 1, "reports": [], "places": []}
    given = answer(store, {"seq": 2, "text": "Kursk"})
    assert given is not None
    assert given.keys() == {"seq", "failed"}
    assert "does not exist" in given["failed"]
