"""What the commands do where the disk is full, and what is stored after it.

python -m tests.kept.full_disk disk|limit FOLDER prints one JSON document. `disk`: a small file system is put on the
folder, which the process needs the right to do; `limit`: no file may grow beyond a size.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner

from kpi.cli.main import cli
from kpi.store.database import Database
from kpi.store.rows import TableSum
from tests.kept.killed_restoring import state_in
from tests.kept.people import PLAN, ready, sending

SIZE = 1_500_000  # bytes


def main(kind: str, folder: Path) -> None:
    ready()
    url = f"sqlite:///{folder / 'kpi.db'}"
    os.environ["KPI_DATABASE_URL"] = url
    if kind == "disk":
        mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(folder)]
        subprocess.run(mounting, check=True)
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    lone = _lone_commands(folder, elsewhere) if kind == "disk" else []
    with _served(url):
        told = {
            "lone": lone,
            "import": _import_until_full(kind, folder, elsewhere),
            "backup": _backup_into_the_full_disk(kind, folder),
            "restore": _restore_into_the_full_disk(kind, folder, elsewhere),
            "afterwards": _import_with_room(folder, elsewhere),
        }
    print(json.dumps(told))  # noqa: T201


@contextmanager
def _served(url: str) -> Iterator[None]:
    """A server beside the commands: it keeps its connection, so that what is stored can be read on a full disk too."""
    database = Database.open(url)
    with database.read():
        pass
    try:
        yield
    finally:
        database.close()


def typed(*words: object) -> dict[str, object]:
    answer = CliRunner().invoke(cli, [str(word) for word in words])
    return {"code": answer.exit_code, "lines": answer.stderr.count("\n"), "said": answer.stderr}


@contextmanager
def full(kind: str, folder: Path, room: int = 0, largest: int = 0) -> Iterator[None]:
    """With so many bytes of room: on the disk, or for a file beyond `largest`, else beyond the largest there is."""
    if kind == "disk":
        with _ballast(folder, room):
            yield
        return
    largest = largest or max(path.stat().st_size for path in folder.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@contextmanager
def _ballast(folder: Path, room: int) -> Iterator[None]:
    ballast, disk = folder / "ballast", os.statvfs(folder)
    ballast.write_bytes(bytes(max(0, disk.f_bavail * disk.f_frsize - room)))
    try:
        yield
    finally:
        ballast.unlink()


def _lone_commands(folder: Path, elsewhere: Path) -> list[dict[str, object]]:
    """Commands beside which nothing has the database open: SQLite needs room before it reads anything."""
    assert typed("import", _written(elsewhere, 1), "--plan", PLAN)["code"] == 0
    before = _state(folder)
    names = sorted(path.name for path in folder.iterdir())
    commands = (
        ("submissions", "--plan", PLAN),
        ("import", _written(elsewhere, 2), "--plan", PLAN),
        ("undo", 1),
        ("template", "--plan", PLAN, "--year", 2019, "-o", folder / "t.xlsx"),
    )
    with full("disk", folder):
        answers = [typed(*command) for command in commands]
    assert _state(folder) == before
    assert [name for name in sorted(path.name for path in folder.iterdir()) if name not in names] == []
    return answers


def _import_until_full(kind: str, folder: Path, elsewhere: Path) -> dict[str, object]:
    """Imports one workbook after another; each time one is refused for the disk, all before it must stand."""
    refused, lost, number = [], 0, 1
    assert typed("import", _written(elsewhere, number), "--plan", PLAN)["code"] == 0
    for room in (0, 4096, 20_000, 60_000, 200_000, 300_000):
        with full(kind, folder, room):
            while True:
                before, number = _state(folder), number + 1
                answer = typed("import", _written(elsewhere, number), "--plan", PLAN)
                if answer["code"] != 0:
                    break
            refused.append(answer)
            lost += _state(folder) != before
    return {"refused": refused, "lost": lost, "imported": number - len(refused)}


def _backup_into_the_full_disk(kind: str, folder: Path) -> dict[str, object]:
    beside = sorted(path.name for path in folder.iterdir())
    with full(kind, folder, largest=50_000):
        answer = typed("backup", folder / "b.sqlite3")
    left = sorted(path.name for path in folder.iterdir())
    return {"answer": answer, "left": [name for name in left if name not in beside]}


def _restore_into_the_full_disk(kind: str, folder: Path, elsewhere: Path) -> dict[str, object]:
    assert typed("backup", elsewhere / "b.sqlite3")["code"] == 0
    assert typed("import", _written(elsewhere, 999), "--plan", PLAN)["code"] == 0
    before, answers, lost = _state(folder), [], 0
    for room in (0, 60_000, 200_000):
        with full(kind, folder, room, largest=50_000):
            answers.append(typed("restore", elsewhere / "b.sqlite3"))
        lost += _state(folder) != before
    left = [path.name for path in folder.iterdir() if path.name.startswith("before-")]
    return {"answers": answers, "lost": lost, "left": left}


def _import_with_room(folder: Path, elsewhere: Path) -> dict[str, object]:
    answer = typed("import", _written(elsewhere, 1000), "--plan", PLAN)
    return {"answer": answer, "wrong": state_in(f"sqlite:///{folder / 'kpi.db'}")[1]}


def _state(folder: Path) -> dict[str, TableSum]:
    return state_in(f"sqlite:///{folder / 'kpi.db'}")[0]


def _written(folder: Path, number: int) -> Path:
    upload = sending(number)
    path = folder / f"{number}.xlsx"
    path.write_bytes(upload.content)
    return path


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
