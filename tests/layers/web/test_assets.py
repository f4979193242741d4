"""The address of our modules says which version they are."""

import re
import tomllib
from pathlib import Path

import pytest

from layers.web import assets

ROOT = Path(__file__).resolve().parents[3]


def address(monkeypatch: pytest.MonkeyPatch, root: Path) -> str:
    monkeypatch.setattr(assets, "ROOT", root)
    forget()
    try:
        return assets.base()
    finally:
        forget()


def forget() -> None:
    assets.base.cache_clear()
    assets.program.cache_clear()


def test_any_change_is_another_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    for name in assets.CALLED:
        (tmp_path / "web" / name).write_text("export function call() {}", encoding="utf-8")
    module = tmp_path / "web" / "desk.js"
    module.write_text("export const a = 1;", encoding="utf-8")
    first = address(monkeypatch, tmp_path)
    assert first == address(monkeypatch, tmp_path)
    module.write_text("export const a = 2;", encoding="utf-8")
    second = address(monkeypatch, tmp_path)
    module.rename(tmp_path / "web" / "other.js")
    assert len({first, second, address(monkeypatch, tmp_path)}) == 3


def test_the_desk_and_the_groups_leave_out_the_same_units() -> None:
    script = (assets.ROOT / "web" / "implied-units.js").read_text("utf-8")
    groups = ROOT / "data" / "lexicons" / "groups.toml"
    implied = tomllib.loads(groups.read_text("utf-8"))["implied"]["units"]
    assert re.findall(r'"(\w+)"', script) == implied
