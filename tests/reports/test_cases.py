"""Cases: each a store of its own, listed by what lies in the folder, and nothing lost."""

from collections.abc import Iterator

import pytest

from reports.case import DEFAULT, SAMPLE, slug, tidy_name
from reports.cases import Cases
from reports.errors import CaseError
from reports.store import Store
from tests.reports.case_rows import put, report

NOW = "2025-06-26T12:00:00+00:00"


@pytest.fixture
def cases(url: str) -> Iterator[Cases]:
    cases = Cases(url, now=lambda: NOW)
    yield cases
    cases.close()


def names(cases: Cases) -> list[str]:
    return [case.name for case in cases.listed()]


def test_the_default_case_is_the_store_that_the_url_names(cases: Cases, url: str) -> None:
    put(Store(url), {"reports": [report(1, "2025-06-24"), report(2, "2025-06-26")]})
    (case,) = cases.listed()
    assert (case.id, case.name, case.created) == (DEFAULT, "My reports", None)
    assert (case.reports, case.newest) == (2, "2025-06-26")
    assert cases.open(DEFAULT).url == url


def test_what_is_in_one_case_is_in_no_other(cases: Cases) -> None:
    kursk, sumy = cases.create("Kursk"), cases.create("Sumy")
    put(cases.open(kursk.id), {"reports": [report(1)]})
    cases.open(kursk.id).briefings.save("b", "Kursk", {}, NOW)
    assert {case.name: case.reports for case in cases.listed()} == {
        "My reports": 0,
        "Kursk": 1,
        "Sumy": 0,
    }
    assert cases.open(sumy.id).find_reports("Kursk") == []
    assert cases.open(sumy.id).briefings.saved() == []


def test_another_process_sees_a_case_at_once(cases: Cases, url: str) -> None:
    made = cases.create("Kursk")
    assert Cases(url).get(made.id) == made
    assert made.created == NOW


def test_a_renamed_case_keeps_its_id(cases: Cases) -> None:
    case = cases.create("Kursk")
    assert cases.rename(case.id, " Kursk\n2025 ").name == "Kursk 2025"
    assert cases.rename(DEFAULT, "Daily").name == "Daily"
    assert names(cases) == ["Daily", "Kursk 2025"]
    assert cases.get(case.id).id == case.id


@pytest.mark.parametrize("name", ["Kursk", "KURSK", " kursk "])
def test_two_cases_never_have_one_name(cases: Cases, name: str) -> None:
    kursk, sumy = cases.create("Kursk"), cases.create("Sumy")
    with pytest.raises(CaseError, match="is the name of a case already"):
        cases.create(name)
    with pytest.raises(CaseError, match="is the name of a case already"):
        cases.rename(sumy.id, name)
    assert cases.rename(kursk.id, "KURSK").name == "KURSK"
    assert cases.unused_name("sumy") == "sumy (2)"


def test_an_archived_case_is_kept_whole_and_comes_back(cases: Cases) -> None:
    case = cases.create("Kursk")
    put(cases.open(case.id), {"reports": [report(1)]})
    assert cases.archive(case.id).archived == NOW
    assert cases.restore(case.id) == cases.get(case.id)
    assert cases.get(case.id).archived is None
    assert cases.get(case.id).reports == 1


def test_the_default_case_stays(cases: Cases) -> None:
    with pytest.raises(CaseError, match="cannot be archived"):
        cases.archive(DEFAULT)
    with pytest.raises(CaseError, match="cannot be deleted"):
        cases.delete(DEFAULT)


def test_only_what_is_archived_is_deleted_and_no_file_of_it_stays(cases: Cases) -> None:
    case, other = cases.create("Kursk"), cases.create("Sumy")
    store = cases.open(case.id)
    put(store, {"reports": [report(1)]})
    with pytest.raises(CaseError, match="is not archived: archive it first"):
        cases.delete(case.id)
    assert cases.get(case.id).reports == 1
    cases.archive(case.id)
    assert cases.folder is not None
    assert len(list(cases.folder.glob(f"{case.id}.sqlite*"))) == 3  # its log is open still
    cases.delete(case.id)
    assert list(cases.folder.glob(f"{case.id}*")) == []
    assert [each.id for each in cases.listed()] == [DEFAULT, other.id]
    store.close()


def test_the_samples_can_be_deleted_and_made_again(cases: Cases) -> None:
    for _ in range(2):
        cases.make_samples(lambda store: put(store, {"reports": [report(1)]}))
        cases.archive(SAMPLE)
        cases.delete(SAMPLE)
    assert names(cases) == ["My reports"]


def test_a_case_is_found_by_id_or_name(cases: Cases) -> None:
    case = cases.create("Kursk")
    assert cases.find(case.id) == cases.find("kursk") == case
    assert cases.find("my reports").id == cases.find("main").id == DEFAULT


@pytest.mark.parametrize("named", ["", "nothing", "../dateline", "/etc/passwd", "*", "kursk\0"])
def test_what_is_no_case_is_named(cases: Cases, named: str) -> None:
    cases.create("Kursk")
    for ask in (cases.get, cases.find, cases.open):
        with pytest.raises(CaseError, match="is no case here"):
            ask(named)


def test_a_case_is_made_whole_or_not_at_all(cases: Cases) -> None:
    def fails(store: Store) -> None:
        put(store, {"reports": [report(1)]})
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        cases.made("Kursk", fails)
    assert names(cases) == ["My reports"]
    assert cases.folder is not None
    assert list(cases.folder.iterdir()) == []


def test_a_file_that_is_no_case_hides_none(cases: Cases) -> None:
    cases.create("Kursk")
    assert cases.folder is not None
    (cases.folder / "junk.sqlite").write_bytes(b"no database at all" * 100)
    (cases.folder / "empty.sqlite").touch()
    assert names(cases) == ["My reports", "Kursk"]
    assert [path.name for path in cases.unreadable()] == ["empty.sqlite", "junk.sqlite"]
    with pytest.raises(CaseError, match="is no case here"):
        cases.open("junk")


def test_the_samples_come_last_whatever_they_are_called(cases: Cases) -> None:
    cases.create("Zaporizhzhia")
    cases.make_samples(lambda store: put(store, {"reports": [report(1)]}))
    cases.rename(SAMPLE, "A tour")
    assert names(cases) == ["My reports", "Zaporizhzhia", "A tour"]
    assert cases.listed()[-1].is_sample


def test_the_case_opened_last_is_remembered_and_changes_no_map(cases: Cases, url: str) -> None:
    before = Store(url).revision()
    assert cases.last is None
    cases.remember("kursk-1")
    assert Cases(url).last == "kursk-1"
    cases.rename(DEFAULT, "Daily")
    assert Store(url).revision() == before


def test_a_database_that_is_no_file_has_one_case() -> None:
    cases = Cases("sqlite://")
    assert names(cases) == ["My reports"]
    with pytest.raises(CaseError, match="has the default case alone"):
        cases.create("Kursk")


def test_names_are_one_line_of_what_can_be_seen() -> None:
    assert tidy_name("Ku\u202ersk\u200b \t\n 2025") == "Kursk 2025"
    assert slug("Курск") == "case"
    assert slug("../Źródło 7") == "zrodo-7"
    for bad in ("", " \u200b", "x" * 81):
        with pytest.raises(CaseError):
            tidy_name(bad)
