"""Kills a restoring process at random moments, and looks after each whether one state stands whole.

python -m tests.kept.killed_restoring URL FOLDER KILLS SEED prints one JSON document.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path

from kpi.service.backups import back_up, restore
from kpi.service.imports import import_workbook
from kpi.store import audit, integrity
from kpi.store.database import Database
from kpi.store.rows import TableSum, sum_up
from kpi.store.tables import kept_tables
from tests.kept.people import AN, all_of, apart, kill, opened, ready, sending

State = dict[str, TableSum]


def two_backups(url: str, folder: Path) -> dict[Path, State]:
    """Backups of two states of the database with what each holds, the record apart."""
    states, program = {}, opened(url)
    for name, uploads in (("one", range(1, 6)), ("other", range(6, 31))):
        for number in uploads:
            assert import_workbook(program, sending(number), AN).committed
        back_up(program, folder / name, AN)
        states[folder / name] = state_in(url)[0]
    program.database.close()
    return states


def state_in(url: str) -> tuple[State, list[str]]:
    """What is stored, and everything that is wrong with it."""
    database = Database.open(url)
    try:
        with database.read() as connection:
            tables = (t for t in kept_tables() if not t.name.startswith("audit"))
            state = {table.name: sum_up(connection, table) for table in tables}
            wrong = [*integrity.damage(connection), *integrity.unlike_when_sent(connection)]
            return state, wrong if audit.verify_chain(connection).whole else [*wrong, "the record is broken"]
    finally:
        database.close()


def put_back(url: str, file: Path, told_to: int) -> None:
    program = opened(url)
    restore(program, file, AN)
    os.write(told_to, b"done\n")


def main(url: str, folder: Path, kills: int, seed: int) -> None:
    ready()
    states, rng, started = two_backups(url, folder), random.Random(seed), time.perf_counter()
    longest = 2 * max(_duration(url, file) for file in states)
    wrong, replaced, whole = [], 0, [state_in(url)[0]]
    for _ in range(kills):
        file = rng.choice([f for f in states if states[f] != whole[-1]])
        with apart(lambda told_to, file=file: put_back(url, file, told_to)) as (process, reading):
            time.sleep(rng.uniform(0, longest))
            kill(process)
            told = all_of(process, reading)
        state, faults = state_in(url)
        wrong += faults
        if state not in (whole[-1], states[file]) or (told and state != states[file]):
            wrong.append(f"neither the state before nor the one after, or not what was said: {told!r}")
        replaced += state == states[file]
        whole.append(state)
    seconds = time.perf_counter() - started
    print(json.dumps({"kills": kills, "replaced": replaced, "seconds": seconds, "wrong": wrong}))  # noqa: T201


def _duration(url: str, file: Path) -> float:
    """Seconds a restore takes, the opening included."""
    start = time.perf_counter()
    put_back(url, file, os.open(os.devnull, os.O_WRONLY))
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
