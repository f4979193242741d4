"""The address of our modules says which version they are."""

from pathlib import Path

import pytest

from layers.web import assets


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
