"""What the documents name is there: files, folders, modules, tests, and pages they link to."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "RELIABILITY.md")
FOLDERS = ("bench", "data", "docs", "geo", "layers", "reports", "static", "tests", "views")
FILES = [path for folder in FOLDERS for path in ROOT.joinpath(folder).rglob("*.*")]
NAMES = {path.name for path in FILES} | {path.parent.name for path in FILES}
PATH = re.compile(rf"(?:{'|'.join(FOLDERS)})/[\w./*-]*")
BARE = re.compile(r"[\w-]+(?:\.(?:py|js|css)|/)")
MODULE = re.compile(rf"(?:{'|'.join(FOLDERS)})(?:\.\w+)+")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#([^)]+))?\)")


def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def code(document: str) -> list[str]:
    """List what stands in a document between backticks."""
    return re.findall(r"`([^`\n]+)`", text(document))


def is_there(path: str) -> bool:
    return any(ROOT.glob(path.rstrip("/")))


def is_module(name: str) -> bool:
    """Tell whether a dotted name is a module, or a name that one has."""
    path = name.replace(".", "/")
    if is_there(f"{path}.py") or is_there(f"{path}/__init__.py"):
        return True
    module, _, last = name.rpartition(".")
    inside = module.replace(".", "/")
    files = [file for file in (f"{inside}.py", f"{inside}/__init__.py") if is_there(file)]
    if not files:
        return "." in module and is_module(module)
    return any(re.search(rf"\b{last}\b", text(file)) for file in files)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_and_module_that_is_named_is_there(document: str) -> None:
    named = code(document)
    paths = [each.partition("::")[0] for each in named if PATH.fullmatch(each.partition("::")[0])]
    bare = [each.rstrip("/") for each in named if BARE.fullmatch(each)]
    modules = [each for each in named if MODULE.fullmatch(each)]
    assert paths
    assert [path for path in paths if not is_there(path)] == []
    assert [name for name in bare if name not in NAMES and not is_there(name)] == []
    assert [name for name in modules if not is_module(name)] == []


def test_every_test_that_is_named_by_itself_is_there() -> None:
    single = [each.split("::") for each in code("RELIABILITY.md") if "::" in each]
    assert single
    assert [name for file, name in single if f"def {name}(" not in text(file)] == []


def folders() -> Iterator[str]:
    """Yield the folders of code, down to the second level, that hold files."""
    for folder in FOLDERS:
        yield f"{folder}/"
        if folder not in {"docs", "tests"}:
            yield from (
                f"{folder}/{path.name}"
                for path in (ROOT / folder).iterdir()
                if path.is_dir() and path.name[0] not in "._" and any(path.glob("*.*"))
            )


def test_the_architecture_names_every_folder() -> None:
    named = set(code("ARCHITECTURE.md"))
    starts = {start for each in named for start in (each, each.replace(".", "/"))}
    missing = [
        folder
        for folder in folders()
        if not any(f"{start.rstrip('/')}/".startswith(folder.rstrip("/") + "/") for start in starts)
        and f"{folder.rpartition('/')[2]}/" not in named
    ]
    assert missing == []


def test_the_walk_is_numbered_one_after_another() -> None:
    numbers = [int(each) for each in re.findall(r"(?m)^(\d+)\. \*\*", text("ARCHITECTURE.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("document", [*DOCUMENTS, "docs/guide.md", "docs/settings.md"])
def test_links_lead_to_pages_and_headings(document: str) -> None:
    for page, heading in LINK.findall(text(document)):
        target = (ROOT / document).parent / page
        assert target.exists(), page
        if heading:
            heads = re.findall(r"(?m)^#+ (.+)$", target.read_text(encoding="utf-8"))
            slugs = [re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads]
            assert heading in slugs, heading
