"""`python -m tests.corpus.export DIR` writes the workbooks and what is expected of each as expected.json."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .cases import ALL_CASES
from .expectation import Case, Figure, NamedCase


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m tests.corpus.export DIR", file=sys.stderr)  # noqa: T201
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    expected = [_written(named, folder) for named in ALL_CASES]
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text, encoding="utf-8")
    return 0


def _written(named: NamedCase, folder: Path) -> dict[str, Any]:
    case = named.build()
    file = f"{named.name}.xlsx"
    (folder / file).write_bytes(case.content)
    return {"file": file, "plan": case.plan, "why": f"{named.kind}: {named.why}"} | _expected(case)


def _expected(case: Case) -> dict[str, Any]:
    return {
        "cli_args": _arguments(case),
        "today": case.today.isoformat(),
        "expect": list(case.expect),
        "observations": [_observation(figure) for figure in case.figures],
        "optional_observations": [_observation(figure) for figure in case.optional],
        "must_have_issues": [
            {"code": list(f.codes), "cell": f.cell, "sheet": f.sheet, "when": list(f.when) or None}
            for f in case.findings
        ],
        "answers": [{"code": list(a.codes), "cell": a.cell, "choose": a.choose} for a in case.answers],
        "must_not": sorted(case.forbidden),
    }


def _arguments(case: Case) -> list[str]:
    year = ["--year", str(case.year)] if case.year else []
    return year + (["--stage", case.stage] if case.stage else [])


def _observation(figure: Figure) -> dict[str, str | None]:
    return {
        "indicator": figure.indicator,
        "unit_name": figure.unit,
        "period": figure.period,
        "stage": figure.stage,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure.value,
    }


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
