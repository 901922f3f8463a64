"""`python -m tests.bench.pages [STORED]`: how long the overview takes to be drawn again, beside an empty page.

Three servers answer in turn: one with an empty Streamlit page, one with the overview over a thousand stored
observations, one over STORED of them, by default a million.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.bench.measure import Comparison
from tests.bench.pages.served import Session, served
from tests.bench.pages.stored import A_THOUSAND, PLAN, database_with

ROUNDS, AGAINST_EMPTY, AGAINST_FEW = 100, 2.5, 2.0


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        few, many = (database_with(Path(folder), count) for count in (A_THOUSAND, most))
        query = f"plan={PLAN}"
        with served("", "") as empty, served(few, query) as first, served(many, query) as second:
            compare({"empty": empty, "few": first, "many": second}, most)


def compare(sessions: Mapping[str, Session], most: int) -> None:
    """Prints the 95th percentiles of warm reruns, taken in turn, and how long the first look took."""
    cold = {name: session.rerun() for name, session in sessions.items()}
    taken: dict[str, list[float]] = {name: [] for name in sessions}
    for _ in range(ROUNDS):
        for name, session in sessions.items():
            taken[name].append(session.rerun())
    late = {name: sorted(times)[int(ROUNDS * 0.95)] for name, times in taken.items()}
    for comparison in (
        Comparison(
            "warm rerun of the overview, p95, over an empty page", late["few"], late["empty"], AGAINST_EMPTY
        ),
        Comparison(
            f"the same, {most:,} over 1,000 stored observations", late["many"], late["few"], AGAINST_FEW
        ),
    ):
        print(comparison.line())
    print(f"  first look after a start: {cold['many']:.2f} s, with 1,000 stored {cold['few']:.2f} s")


if __name__ == "__main__":
    main()
