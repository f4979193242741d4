"""The packages behind the data: pinned, checked, and named in SOURCES.md."""

import hashlib
import io
import re
import tarfile
import zipfile
from pathlib import Path

import pytest

from data.build.run import info
from data.build.sources import Source, SourceError, fetched, pinned, unpacked
from geo.settings import data_dir


def listed() -> dict[str, tuple[str, str]]:
    """Version and sha256 by package, from the tables of SOURCES.md."""
    text = (data_dir() / "SOURCES.md").read_text("utf-8")
    row = re.compile(
        r"^\| (\S+) \((?:npm|PyPI)\) \| (\S+) \|.*?\| `([0-9a-f]{64})` \|", re.MULTILINE
    )
    return {package: (version, digest) for package, version, digest in row.findall(text)}


def test_sources_md_lists_what_the_build_fetches() -> None:
    assert pinned()
    for source in pinned().values():
        assert listed()[source.package] == (source.version, source.sha256)


def test_leaflet_says_the_version_we_pin() -> None:
    script = data_dir().parent / "static" / "vendor" / "leaflet" / "leaflet.js"
    assert f"Leaflet {pinned()['leaflet'].version}" in script.read_text("utf-8")[:200]


def source(file: str, content: bytes) -> Source:
    return Source(
        "npm", "a-package", "1", file, hashlib.sha256(content).hexdigest(), ("package/in/",)
    )


def test_an_archive_that_is_there_is_not_fetched_again(tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(b"the right bytes")
    assert fetched(source("a.tgz", b"the right bytes"), tmp_path) == tmp_path / "a.tgz"


def test_a_wrong_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(b"other bytes")
    with pytest.raises(SourceError, match=r"a\.tgz has sha256 .* not the pinned"):
        fetched(source("a.tgz", b"the right bytes"), tmp_path)


def test_only_wanted_members_of_a_tarball_come_out(tmp_path: Path) -> None:
    archive = tmp_path / "a.tgz"
    with tarfile.open(archive, "w:gz") as ball:
        for name in ("package/in/yes.txt", "package/no.txt"):
            ball.addfile(tarfile.TarInfo(name), io.BytesIO())
    target = unpacked(source("a.tgz", b""), archive, tmp_path / "out")
    assert [path.name for path in target.rglob("*.txt")] == ["yes.txt"]


def test_a_member_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "a.tgz"
    with tarfile.open(archive, "w:gz") as ball:
        ball.addfile(tarfile.TarInfo("package/in/../../../yes.txt"), io.BytesIO())
    with pytest.raises(SourceError, match="outside"):
        unpacked(source("a.tgz", b""), archive, tmp_path / "out")
    assert not (tmp_path / "yes.txt").exists()


def test_only_wanted_members_of_a_wheel_come_out(tmp_path: Path) -> None:
    archive = tmp_path / "a.whl"
    with zipfile.ZipFile(archive, "w") as wheel:
        wheel.writestr("package/in/yes.txt", "")
        wheel.writestr("package/no.txt", "")
    target = unpacked(source("a.whl", b""), archive, tmp_path / "out")
    assert [path.name for path in target.rglob("*.txt")] == ["yes.txt"]


def test_info_tells_folders_apart(tmp_path: Path) -> None:
    built = {part.folder: part for part in info()}
    assert built["data/boundaries"].files >= 14
    assert built["static/basemap"].files > 240
    copy = tmp_path / "static" / "fonts"
    copy.mkdir(parents=True)
    (copy / "a.ttf").write_bytes(b"a")
    before = {part.folder: part.sha256 for part in info(tmp_path)}["static/fonts"]
    (copy / "a.ttf").write_bytes(b"b")
    after = {part.folder: part.sha256 for part in info(tmp_path)}["static/fonts"]
    assert before != after
