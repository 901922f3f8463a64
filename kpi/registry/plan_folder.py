"""One plan's folder: `plan.yaml`, `indicators/*.yaml`, `directions.yaml`, `tasks.yaml` → a domain plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from kpi.domain.plan import Counted, Indicator, IndicatorKind, Plan, Reading, Target, Term
from kpi.domain.task import Agency, Task, YearlyDeadline
from kpi.registry.problem import Problem, ProblemKind, nearest
from kpi.registry.schema import (
    CountedFile,
    DeadlineFile,
    DirectionsFile,
    IndicatorFile,
    PlanFile,
    ReadingFile,
    TargetFile,
    TaskFile,
    TasksFile,
)
from kpi.registry.yaml_file import read_definition


def read_plan(folder: Path, root: Path, agencies: Mapping[str, Agency]) -> tuple[Plan | None, list[Problem]]:
    """The plan of a folder and everything wrong in it; None where `plan.yaml` can't be used at all.

    `agencies` are those its duties may name.
    """
    head, problems = read_definition(folder / "plan.yaml", root, PlanFile)
    indicators, found = _indicators(folder / "indicators", root)
    problems += found
    directions, found = _directions(folder / "directions.yaml", root, indicators)
    problems += found
    tasks, found = _tasks(folder / "tasks.yaml", root)
    problems += (
        found + _unread(folder, root) + _unknown_agencies(_file(folder / "tasks.yaml", root), tasks, agencies)
    )
    if head is None:
        return None, problems
    file = _file(folder / "plan.yaml", root)
    problems += _name_matches(file, head.id, folder.name) + _unique(file, "indicators", head.indicators)
    problems += _listed(file, head, indicators, problems)
    listed = [indicators[i] for i in head.indicators if i in indicators]
    return _plan(head, listed, directions, [_task(task, agencies) for task in tasks]), problems


def _file(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _unread(folder: Path, root: Path) -> list[Problem]:
    """Files nobody reads: a misspelt name would otherwise drop what is in it without a word."""
    known = ["plan.yaml", "directions.yaml", "tasks.yaml", "indicators/*.yaml"]
    stray = [
        path.relative_to(folder)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(path.relative_to(folder).match(pattern) for pattern in known)
    ]
    return [
        Problem(
            ProblemKind.UNKNOWN_NAME,
            _file(folder / path, root),
            "",
            path.as_posix(),
            ", ".join(known),
            nearest(path.as_posix(), known),
        )
        for path in stray
    ]


def _indicators(folder: Path, root: Path) -> tuple[dict[str, IndicatorFile], list[Problem]]:
    indicators: dict[str, IndicatorFile] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        indicator, found = read_definition(path, root, IndicatorFile)
        problems += found
        if indicator is not None:
            file = _file(path, root)
            problems += _name_matches(file, indicator.id, path.stem) + _targets_fit(file, indicator)
            indicators[indicator.id] = indicator
    return indicators, problems


def _directions(
    path: Path, root: Path, indicators: Iterable[str]
) -> tuple[list[IndicatorFile], list[Problem]]:
    if not path.exists():
        return [], []
    read, problems = read_definition(path, root, DirectionsFile)
    directions = read.directions if read else []
    return directions, problems + _unique(_file(path, root), "id", [*indicators, *(d.id for d in directions)])


def _tasks(path: Path, root: Path) -> tuple[list[TaskFile], list[Problem]]:
    read, problems = read_definition(path, root, TasksFile)
    tasks = read.tasks if read else []
    return tasks, problems + _unique(_file(path, root), "tasks", [task.id for task in tasks])


def _unknown_agencies(file: str, tasks: list[TaskFile], agencies: Mapping[str, Agency]) -> list[Problem]:
    """Names of agencies that `agencies.csv` does not have: misspelt, or without their English name."""
    return [
        Problem(
            ProblemKind.UNKNOWN_NAME, file, f"tasks[{n}].{key}", name, "agencies.csv", nearest(name, agencies)
        )
        for n, task in enumerate(tasks)
        for key, name in _agencies_named(task)
        if agencies and name not in agencies  # none where the file itself is broken
    ]


def _agencies_named(task: TaskFile) -> Iterator[tuple[str, str]]:
    for key in ("lead", "coordinating"):
        yield from ((f"{key}[{n}]", name) for n, name in enumerate(getattr(task, key)))
    for key in ("report_to", "via"):
        if name := getattr(task, key):
            yield key, name


def _targets_fit(file: str, indicator: IndicatorFile) -> list[Problem]:
    """Shares above a hundred, and demands in force at once."""
    targets = indicator.targets
    bounded = indicator.kind in (IndicatorKind.SHARE, IndicatorKind.INDEX)
    return [
        Problem(
            ProblemKind.WRONG_VALUE, file, f"targets[{n}].value", str(target.value), "share-above-hundred"
        )
        for n, target in enumerate(targets)
        if bounded and target.value is not None and target.value > 100
    ] + [
        Problem(
            ProblemKind.OVERLAP,
            file,
            f"targets[{b}]",
            _named(targets[b]),
            f"≠ targets[{a}] {_named(targets[a])}",
        )
        for a, b in combinations(range(len(targets)), 2)
        if _overlap(targets[a], targets[b])
    ]


def _overlap(a: TargetFile, b: TargetFile) -> bool:
    """Whether two demands of the same date are in force in the same year; a "by" gives way to a later "by"."""
    if a.issued != b.issued:
        return False
    if Term.BY in (a.term, b.term) or a.term is b.term is Term.YEAR:
        return a.year == b.year
    first, second = sorted((a, b), key=lambda t: t.term is Term.YEAR)
    return second.term is Term.FROM or second.year >= first.year


def _named(target: TargetFile) -> str:
    return f"{target.term} {target.year}"


def _name_matches(file: str, found: str, expected: str) -> list[Problem]:
    return [] if found == expected else [Problem(ProblemKind.NAME_MISMATCH, file, "id", found, expected)]


def _listed(
    file: str, head: PlanFile, indicators: dict[str, IndicatorFile], problems: list[Problem]
) -> list[Problem]:
    broken = {Path(p.file).stem for p in problems}
    return [
        Problem(
            ProblemKind.UNKNOWN_NAME,
            file,
            "indicators",
            name,
            ", ".join(indicators),
            nearest(name, indicators),
        )
        for name in head.indicators
        if name not in indicators and name not in broken
    ] + [
        Problem(ProblemKind.MISSING_KEY, file, "indicators", "", name)
        for name in indicators
        if name not in head.indicators
    ]


def _unique(file: str, path: str, names: list[str]) -> list[Problem]:
    twice = sorted({name for name in names if names.count(name) > 1})
    return [Problem(ProblemKind.DUPLICATE, file, path, name, "id") for name in twice]


def _plan(
    head: PlanFile, indicators: list[IndicatorFile], directions: list[IndicatorFile], tasks: list[Task]
) -> Plan:
    return Plan(
        id=head.id,
        province=head.province,
        title=head.title,
        title_en=head.title_en,
        short=head.short,
        short_en=head.short_en,
        issuer=head.issuer,
        issuer_en=head.issuer_en,
        number=head.number or "",
        issued=head.issued,
        base_year=head.base_year,
        first_year=head.first_year,
        indicators=tuple(_indicator(i) for i in indicators),
        directions=tuple(_indicator(d) for d in directions),
        tasks=tuple(tasks),
        readings=_readings(head.readings),
    )


def _indicator(file: IndicatorFile) -> Indicator:
    return Indicator(
        id=file.id,
        kind=file.kind,
        name=file.name,
        name_en=file.name_en,
        short=file.short,
        short_en=file.short_en,
        clause=file.clause,
        noun=file.noun,
        noun_en=file.noun_en,
        noun_in_full=file.noun_in_full or "",
        numerator=_counted(file.numerator),
        denominator=_counted(file.denominator),
        aliases=tuple(file.aliases),
        levels=tuple(file.levels),
        better_when=file.better_when,
        targets=tuple(_target(t) for t in file.targets),
        readings=_readings(file.readings),
    )


def _target(file: TargetFile) -> Target:
    return Target(
        operator=file.operator,
        value=file.value,
        unit=file.unit,
        term=file.term,
        year=file.year,
        clause=file.clause,
        issued=file.issued,
        base_year=file.base_year,
        readings=_readings(file.readings),
    )


def _counted(file: CountedFile | None) -> Counted | None:
    return Counted(file.name, file.name_en, tuple(file.aliases)) if file else None


def _readings(files: Iterable[ReadingFile]) -> tuple[Reading, ...]:
    return tuple(Reading(r.ambiguity, r.reading, r.ambiguity_en, r.reading_en) for r in files)


def _task(file: TaskFile, agencies: Mapping[str, Agency]) -> Task:
    deadline = file.deadline

    def known(name: str) -> Agency:
        return agencies.get(name, Agency(name))

    return Task(
        id=file.id,
        kind=file.kind,
        clause=file.clause,
        text=file.text,
        text_en=file.text_en,
        lead=tuple(map(known, file.lead)),
        coordinating=tuple(map(known, file.coordinating)),
        deadline_text=deadline.text if deadline else "",
        deadline_text_en=deadline.text_en if deadline else "",
        last_day=_last_day(deadline),
        yearly=_yearly(deadline),
        recurrence=file.recurrence,
        deliverable=file.deliverable or "",
        deliverable_en=file.deliverable_en or "",
        report_to=known(file.report_to) if file.report_to else None,
        via=known(file.via) if file.via else None,
        note=file.note or "",
        note_en=file.note_en or "",
    )


def _last_day(deadline: DeadlineFile | None) -> date | None:
    """«Trước ngày 20/6/2013»: the 19th is the last day in time."""
    if deadline is None:
        return None
    return deadline.before - timedelta(days=1) if deadline.before else deadline.by


def _yearly(deadline: DeadlineFile | None) -> YearlyDeadline | None:
    if deadline is None or deadline.yearly_before is None or deadline.first_year is None:
        return None
    month, day = (int(part) for part in deadline.yearly_before.split("-"))
    last = date(2001, month, day) - timedelta(days=1)  # any common year: only month and day are kept
    return YearlyDeadline(last.month, last.day, deadline.first_year)
