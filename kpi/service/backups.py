"""Everything stored, kept in one file; and everything stored, put back from one. Both while the program runs."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kpi.domain.actor import Actor, Deed
from kpi.domain.record import Done
from kpi.service import settings
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why
from kpi.service.rights import require
from kpi.store import backup_file, replacing
from kpi.store.backup_file import Manifest
from kpi.store.database import Connection, Database
from kpi.store.errors import StoreUnavailable, UnusableBackup


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in a file. `recorded` is False where the database took no more records."""

    file: Path
    size: int
    sha256: str
    manifest: Manifest
    recorded: bool = True


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where the state before it was kept, if there was any."""

    source: Backup
    kept: Path | None


def back_up(program: Program, file: Path, actor: Actor) -> Backup:
    """Writes one consistent state of everything stored into a new file, checked by reading it again.

    Refused where the file exists. Raises StoreUnavailable or OSError, and then leaves nothing behind.
    """
    require(program, actor, Deed.OPERATE, file.name)
    with program.database.read() as connection:
        backup = _write(connection, file)
    return replace(backup, recorded=_recorded(program.database, backup, actor))


def restore(program: Program, file: Path, actor: Actor) -> Restored:
    """Puts everything a backup holds in the place of everything stored: all of it or nothing.

    What was stored until then is first kept in a backup of its own. Refused where the file is not a whole backup
    of this program. Raises StoreUnavailable or OSError, and then nothing has changed.
    """
    require(program, actor, Deed.OPERATE, file.name)
    try:
        with backup_file.opened_backup(file) as (source, manifest), program.database.write() as connection:
            restored = Backup(file, file.stat().st_size, _sha256(file), manifest)
            with _present_state_kept(connection, program.database) as kept:
                replacing.replace_everything(connection, source)
                _record(connection, Done.RESTORE, restored, actor, kept)
        return Restored(restored, kept)
    except UnusableBackup as unusable:
        raise Refused(Why(f"backup-{unusable.fault}"), file=file.name) from None


def _write(connection: Connection, file: Path) -> Backup:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        manifest = backup_file.write_backup(connection, file, settings.now(), settings.program_version())
    except FileExistsError:
        raise Refused(Why.FILE_EXISTS, file=str(file)) from None
    return Backup(file, file.stat().st_size, _sha256(file), manifest)


@contextmanager
def _present_state_kept(connection: Connection, database: Database) -> Iterator[Path | None]:
    """Nothing stored meanwhile can be missing from it: the transaction that replaces all has its turn already."""
    if not replacing.holds_anything(connection):
        yield None
        return
    folder = database.file.parent if database.file else settings.PROJECT / "var"
    kept = _write(connection, _free_name(folder)).file
    try:
        yield kept
    except BaseException:
        kept.unlink(missing_ok=True)  # what it keeps still stands
        raise


def _free_name(folder: Path) -> Path:
    stem = f"before-restore-{settings.now():%Y%m%d-%H%M%S}"
    endings = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    return next(name for ending in endings if not (name := folder / f"{stem}{ending}.sqlite3").exists())


def _recorded(database: Database, backup: Backup, actor: Actor) -> bool:
    """A backup is worth having even where a full disk takes no more records."""
    try:
        with database.write() as connection:
            _record(connection, Done.BACKUP, backup, actor)
    except StoreUnavailable:
        return False
    return True


def _record(
    connection: Connection, done: Done, backup: Backup, actor: Actor, kept: Path | None = None
) -> None:
    detail = {
        "sha256": backup.sha256,
        "made-at": backup.manifest.made_at,
        "rows": backup.manifest.rows,
        "kept": kept.name if kept else None,
    }
    write_down(connection, actor, done, backup.file.name, detail=detail)


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
