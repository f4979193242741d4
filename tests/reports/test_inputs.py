"""Files, folders and the manifest."""

from datetime import date
from pathlib import Path

import pytest

from reports.errors import ManifestError
from reports.inputs import inputs, manifests, read_manifest


def manifest(folder: Path, text: str) -> Path:
    path = folder / "days.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_stands_for_its_readable_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.jpg"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [item.path.name for item in inputs([tmp_path], None, None)] == ["a.html", "b.txt"]


def test_paths_in_a_manifest_are_relative_to_it(tmp_path: Path) -> None:
    path = manifest(tmp_path, "file,published\nreports/a.txt,2025-06-26\nb.txt,\n")
    assert read_manifest(path) == {(tmp_path / "reports" / "a.txt").resolve(): date(2025, 6, 26)}


def test_a_given_day_beats_the_manifest(tmp_path: Path) -> None:
    path = manifest(tmp_path, "file,published\na.txt,2025-06-26\n")
    (item,) = inputs([tmp_path / "a.txt"], date(2025, 1, 1), path)
    assert (item.published, item.basis, item.slug) == (date(2025, 1, 1), "given", "a")


def test_a_manifest_among_the_files_is_used_and_is_no_report(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    listed = manifest(tmp_path, "\ufefffile,published\na.txt,2025-06-26\nb.txt,2025-06-27\n")
    (tmp_path / "named.csv").write_text("file,published\nb.txt,2025-06-28\n", encoding="utf-8")
    days = {item.path.name: item.published for item in inputs([tmp_path], None, None)}
    assert days == {"a.txt": date(2025, 6, 26), "b.txt": date(2025, 6, 28), "c.txt": None}
    first = inputs(sorted(tmp_path.iterdir()), None, listed)
    assert [(item.path.name, item.published) for item in first][:2] == [
        ("a.txt", date(2025, 6, 26)),
        ("b.txt", date(2025, 6, 27)),
    ]
    assert manifests([tmp_path]) == [listed, tmp_path / "named.csv"]


def test_a_table_of_articles_is_no_manifest(tmp_path: Path) -> None:
    manifest(tmp_path, "file,published,text\na.txt,2025-06-26,Some 40 soldiers came.\n")
    (tmp_path / "latin.csv").write_bytes("file,published,\xe9".encode("latin-1"))
    assert manifests([tmp_path]) == []
    assert len(inputs([tmp_path])) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("file,published\na.txt,26 June\n", "line 2"),
        ("name,day\na.txt,2025-06-26\n", "line 2"),
    ],
)
def test_a_bad_manifest_names_its_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ManifestError, match=words):
        read_manifest(manifest(tmp_path, text))


def test_a_missing_manifest_is_named(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"days\.csv"):
        read_manifest(tmp_path / "days.csv")
