"""`python -m kpi COMMAND`: parse, call the use case, print. No prompt, no network."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from kpi.cli.documents import (
    evaluation_document,
    import_document,
    plan_document,
    submission_document,
    task_document,
    trend_document,
    unit_document,
)
from kpi.cli.lines import evaluation_lines, import_lines, submission_lines, task_lines
from kpi.cli.output import Exit, answering, complain, print_json
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.present.words import Language, Words, words_for
from kpi.registry.definitions import DATA, load_definitions, read_definitions
from kpi.service import duties, evaluations, imports, records, reports, settings
from kpi.service.program import Program
from kpi.service.refusal import Refused, Why

LOCAL_USER = "local"


class _PeriodType(click.ParamType[Period]):
    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        try:
            return value if isinstance(value, Period) else Period.parse(str(value))
        except ValueError:
            self.fail(_words()("cli.bad-period", found=value), param, ctx)


class _DayType(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(_words()("cli.bad-day", found=value), param, ctx)


class _YearType(click.ParamType[int]):
    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return Period.parse(str(value)).year if str(value).isdecimal() else self._fail(value, param, ctx)
        except ValueError:
            return self._fail(value, param, ctx)

    def _fail(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        self.fail(_words()("cli.bad-year", found=value), param, ctx)


PERIOD, DAY, YEAR = _PeriodType(), _DayType(), _YearType()
plan_option = click.option("--plan", "plan_id", required=True, metavar="ID")
json_option = click.option("--json", "as_json", is_flag=True)
as_option = click.option("--as", "actor", default=LOCAL_USER, show_default=True, metavar="USER")


def _words() -> Words:
    context = click.get_current_context(silent=True)
    language = (context.find_root().params.get("lang") if context else None) or Language.VIETNAMESE
    return words_for(language)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang", type=click.Choice([language.value for language in Language]), default="vi", envvar="KPI_LANG"
)
def cli(lang: str) -> None:
    """KPI target monitor for provincial social-insurance plans."""


@cli.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
def check(path: Path | None) -> None:
    """Check every plan definition and list all that is wrong."""
    from kpi.present.definition_problems import definition_problem

    words = _words()
    with answering(words):
        definitions, problems = read_definitions(path or DATA / "plans")
        for p in problems:
            complain(definition_problem(p.kind, p.file, p.path, p.found, p.expected, p.nearest, words))
        if problems:
            complain(words("cli.check-failed", count=len(problems)))
            sys.exit(Exit.REFUSED)
        click.echo(words("cli.check-passed", plans=len(definitions.plans), units=len(definitions.units)))


@cli.command()
@json_option
def plans(as_json: bool) -> None:
    """List the plans with their indicators, targets, clauses and tasks."""
    words = _words()
    with answering(words, as_json):
        definitions = load_definitions()
        if as_json:
            print_json({"plans": [plan_document(plan) for plan in definitions.plans.values()]})
            return
        for plan in definitions.plans.values():
            click.echo(
                words(
                    "cli.plan",
                    id=plan.id,
                    title=plan.title,
                    targets=len(plan.indicators),
                    tasks=len(plan.tasks),
                )
            )


@cli.command()
@click.option("--plan", "plan_id", metavar="ID")
@json_option
def units(plan_id: str | None, as_json: bool) -> None:
    """List the reporting units, of one plan's province or of all."""
    with answering(_words(), as_json):
        definitions = load_definitions()
        if plan_id and plan_id not in definitions.plans:
            raise Refused(Why.UNKNOWN_PLAN, plan=plan_id, known=", ".join(definitions.plans))
        register = definitions.units
        chosen = (
            register.of_province(definitions.plans[plan_id].province) if plan_id else list(register.values())
        )
        if as_json:
            print_json({"units": [unit_document(unit) for unit in chosen]})
            return
        for unit in chosen:
            click.echo(f"{unit.id}\t{unit.name}")


@cli.command()
@plan_option
@click.option("--year", type=YEAR, required=True)
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True)
def template(plan_id: str, year: int, output: Path) -> None:
    """Write the workbook to fill in for a year."""
    from kpi.present.template import write_template

    words = _words()
    with answering(words):
        form = reports.template_form(Program.open(), plan_id, year)
        _write(output, write_template(form, words), words)


@cli.command(name="import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@plan_option
@click.option("--year", type=YEAR)
@click.option("--stage", type=click.Choice([stage.value for stage in Stage]))
@click.option("--dry-run", is_flag=True)
@click.option("--answer", "answers", multiple=True, metavar="KEY=CHOICE")
@as_option
@json_option
def import_(
    file: Path,
    plan_id: str,
    year: int | None,
    stage: str | None,
    dry_run: bool,
    answers: tuple[str, ...],
    actor: str,
    as_json: bool,
) -> None:
    """Read a workbook, check it, compare it, store it: all or nothing."""
    words = _words()
    with answering(words, as_json):
        upload = imports.Upload(
            plan_id, file.name, file.read_bytes(), year, Stage(stage) if stage else None, _answers(answers)
        )
        program = Program.open()
        outcome = (
            imports.preview(program, upload) if dry_run else imports.import_workbook(program, upload, actor)
        )
        if as_json:
            print_json(import_document(outcome, program.units, words))
        else:
            _print(import_lines(outcome, program.units, words))
        sys.exit(Exit.DONE if outcome.accepted else Exit.REFUSED)


def _answers(given: tuple[str, ...]) -> dict[str, str]:
    """KEY=CHOICE; a key may hold an equals sign, a choice never does."""
    for text in given:
        if "=" not in text:
            raise click.BadParameter(_words()("cli.bad-answer", found=text), param_hint="--answer")
    return {text.rpartition("=")[0]: text.rpartition("=")[2] for text in given}


@cli.command()
@plan_option
@json_option
def submissions(plan_id: str, as_json: bool) -> None:
    """List what was submitted, the latest first."""
    words = _words()
    with answering(words, as_json):
        listed = records.list_submissions(Program.open(), plan_id)
        if as_json:
            print_json({"plan": plan_id, "submissions": [submission_document(s) for s in listed]})
        else:
            _print(submission_lines(listed, words))


@cli.command()
@click.argument("submission", type=int)
@as_option
def undo(submission: int, actor: str) -> None:
    """Take one submission back; the values before it stand again."""
    words = _words()
    with answering(words):
        taken = records.undo(Program.open(), submission, actor)
        click.echo(words("cli.undone", id=taken.id, file=taken.file_name))


@cli.command()
@plan_option
@click.option("--period", type=PERIOD, required=True)
@as_option
def close(plan_id: str, period: Period, actor: str) -> None:
    """Close a period to further imports."""
    words = _words()
    with answering(words):
        records.close_period(Program.open(), plan_id, period, actor)
        click.echo(words("cli.closed", period=period))


@cli.command()
@plan_option
@click.option("--period", type=PERIOD, required=True)
@click.option("--why", required=True)
@as_option
def reopen(plan_id: str, period: Period, why: str, actor: str) -> None:
    """Open a closed period again, with the reason."""
    words = _words()
    with answering(words):
        records.reopen_period(Program.open(), plan_id, period, why, actor)
        click.echo(words("cli.reopened", period=period))


@cli.command()
@plan_option
@click.option("--period", type=PERIOD)
@click.option("--unit", "unit_text", metavar="UNIT")
@click.option("--as-of", type=DAY)
@click.option("--known-on", type=DAY)
@json_option
def evaluate(
    plan_id: str,
    period: Period | None,
    unit_text: str | None,
    as_of: date | None,
    known_on: date | None,
    as_json: bool,
) -> None:
    """Give the verdicts; --as-of as the law stood on a day, --known-on on what had been sent by then."""
    words = _words()
    with answering(words, as_json):
        program = Program.open()
        knowledge = evaluations.know(program, plan_id, as_of=as_of, known_on=known_on)
        unit_id = program.unit(knowledge.plan, unit_text).id if unit_text else None
        verdicts = evaluations.evaluate(knowledge, period, unit_id)
        if not as_json:
            _print(evaluation_lines(verdicts, words))
            return
        trends = evaluations.trends(knowledge, period, unit_id)
        print_json(
            {
                "plan": plan_id,
                "as_of": knowledge.as_of.isoformat(),
                "illustrative": knowledge.illustrative,
                "evaluations": [evaluation_document(e, words) for e in verdicts],
                "directions": [trend_document(t) for t in trends],
            }
        )


@cli.command()
@plan_option
@click.option("--as-of", type=DAY)
@json_option
def tasks(plan_id: str, as_of: date | None, as_json: bool) -> None:
    """List the duties: who, until when, done or overdue."""
    words = _words()
    with answering(words, as_json):
        program = Program.open()
        statuses = duties.task_statuses(program, plan_id, as_of)
        if as_json:
            day = as_of or settings.today()
            print_json(
                {"plan": plan_id, "as_of": day.isoformat(), "tasks": [task_document(s) for s in statuses]}
            )
        else:
            _print(task_lines(statuses, words))


@cli.command(name="task-done")
@click.argument("plan_id", metavar="PLAN")
@click.argument("task_id", metavar="TASK")
@click.option("--on", type=DAY, required=True)
@click.option("--note", default="")
@click.option("--year", type=YEAR, help="which occurrence of a yearly duty; by default the nearest")
@as_option
def task_done(plan_id: str, task_id: str, on: date, note: str, year: int | None, actor: str) -> None:
    """Record that a duty was done."""
    words = _words()
    with answering(words):
        status = duties.mark_done(Program.open(), plan_id, task_id, on, note, actor, year)
        _print(task_lines([status], words))


@cli.command()
@plan_option
@click.option("--period", type=PERIOD, required=True)
@click.option("--unit", "unit_text", metavar="UNIT")
@click.option("--as-of", type=DAY)
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True)
def report(plan_id: str, period: Period, unit_text: str | None, as_of: date | None, output: Path) -> None:
    """Write the gap report."""
    from kpi.present.gap_report import write_gap_report

    words = _words()
    with answering(words):
        if output.suffix.lower() != ".xlsx":
            raise click.BadParameter(words("cli.bad-report-type", found=output.name), param_hint="-o")
        program = Program.open()
        knowledge = evaluations.know(program, plan_id, as_of=as_of)
        unit = program.unit(knowledge.plan, unit_text) if unit_text else None
        content = write_gap_report(reports.gap_report(program, knowledge, period, unit), words)
        _write(output, content, words)


@cli.command()
def doctor() -> None:
    """Check versions, database and definitions."""
    from kpi.service.health import examine

    words = _words()
    with answering(words):
        found = examine()
        for finding in found:
            sign = "✔" if finding.well else "✖"
            click.echo(f"{sign} {words(f'health.{finding.subject}')}: {finding.fact}")
            if not finding.well:
                complain(words(f"health.mend-{finding.subject}"))
        if not all(finding.well for finding in found):
            database_down = any(f.subject == "database" and not f.well for f in found)
            sys.exit(Exit.ENVIRONMENT_FAILED if database_down else Exit.REFUSED)


@cli.command()
def demo() -> None:
    """Fill an empty database with data marked as illustrative."""
    from kpi.service.demo import fill_with_illustrative_data

    words = _words()
    with answering(words):
        filled = fill_with_illustrative_data(Program.open(), LOCAL_USER)
        click.echo(words("cli.demo-filled", files=len(filled), figures=sum(len(o.readings) for o in filled)))


def _write(output: Path, content: bytes, words: Words) -> None:
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(content)
    click.echo(words("cli.written", file=str(output)))


def _print(lines: list[str]) -> None:
    for line in lines:
        click.echo(line)


def main() -> None:
    """Runs the command named on the command line."""
    cli(prog_name="python -m kpi")
