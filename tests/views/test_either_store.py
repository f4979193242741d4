"""The same reports say the same from either database: ingested and exported by the commands."""

from pathlib import Path

from typer.testing import CliRunner

from dateline import app

REPORTS = {
    "sumy.md": "---\ntitle: Crossings stay shut\ndate: 2025-06-26\npublisher: Example Wire\n---\n\n"
    "About 90 soldiers left Sumy for Kharkiv last month, the governor said.\n",
    "lviv.md": "---\ntitle: A bridge fell\ndate: 2025-06-24\n---\n\n"
    "At least 12 people were wounded in Lviv on Monday, rescuers said. No one was killed.\n",
}
OUT = ("places.geojson", "claims.csv", "map.png")


def exported(url: str, reports: Path, out: Path) -> dict[str, bytes]:
    """Read the reports into a store, and give what comes out of it, by the files' names."""
    out.mkdir()
    ingest = ["ingest", *map(str, sorted(reports.iterdir())), "--store", url]
    export = ["export", *(str(out / name) for name in OUT), "--store", url]
    for command in (ingest, export):
        result = CliRunner().invoke(app, command)
        assert result.exit_code == 0, result.output
    return {name: (out / name).read_bytes() for name in OUT}


def test_what_comes_out_is_the_same_to_the_byte(postgresql_url: str, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    here = exported(f"sqlite:///{tmp_path / 'store.sqlite'}", reports, tmp_path / "here")
    there = exported(postgresql_url, reports, tmp_path / "there")
    assert b"Sumy" in here["claims.csv"]
    assert here == there
