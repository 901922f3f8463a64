"""Commands on what is found: verdicts, duties, the gap report, the template."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from kpi.cli.documents import evaluation_document, task_document, trend_document
from kpi.cli.lines import evaluation_lines, task_lines
from kpi.cli.opened import opened_program
from kpi.cli.options import DAY, PERIOD, YEAR, as_option, json_option, plan_option, words_asked_for
from kpi.cli.output import answering, print_json, print_lines, write_file
from kpi.domain.period import Period
from kpi.domain.report import GapReport
from kpi.present.words import Words
from kpi.service import duties, evaluations, reports, settings
from kpi.service.evaluations import Knowledge
from kpi.service.program import Program
from kpi.service.sessions import actor_on_command_line

_REPORT_TYPES = (".xlsx", ".docx", ".zip")


@click.command()
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
    words = words_asked_for()
    with answering(words, as_json):
        program = opened_program()
        knowledge = evaluations.know(program, plan_id, as_of=as_of, known_on=known_on)
        unit_id = program.unit(knowledge.plan, unit_text).id if unit_text else None
        verdicts = evaluations.evaluate(knowledge, period, unit_id)
        if not as_json:
            print_lines(evaluation_lines(verdicts, words))
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


@click.command()
@plan_option
@click.option("--as-of", type=DAY)
@json_option
def tasks(plan_id: str, as_of: date | None, as_json: bool) -> None:
    """List the duties: who, until when, done or overdue."""
    words = words_asked_for()
    with answering(words, as_json):
        program = opened_program()
        statuses = duties.task_statuses(program, plan_id, as_of)
        if as_json:
            day = as_of or settings.today()
            print_json(
                {"plan": plan_id, "as_of": day.isoformat(), "tasks": [task_document(s) for s in statuses]}
            )
        else:
            print_lines(task_lines(statuses, words))


@click.command(name="task-done")
@click.argument("plan_id", metavar="PLAN")
@click.argument("task_id", metavar="TASK")
@click.option("--on", type=DAY, required=True)
@click.option("--note", default="")
@click.option("--year", type=YEAR, help="which occurrence of a yearly duty; by default the nearest")
@as_option
def task_done(plan_id: str, task_id: str, on: date, note: str, year: int | None, user: str) -> None:
    """Record that a duty was done."""
    words = words_asked_for()
    with answering(words):
        program = opened_program()
        actor = actor_on_command_line(program, user)
        status = duties.mark_done(program, plan_id, task_id, on, note, actor, year)
        print_lines(task_lines([status], words))


@click.command(name="undo-task-done")
@click.argument("record", type=click.IntRange(1, 2**31))
@as_option
def undo_task_done(record: int, user: str) -> None:
    """Take a record that a duty was done back; `tasks --json` gives its number."""
    words = words_asked_for()
    with answering(words):
        program = opened_program()
        status = duties.undo_done(program, record, actor_on_command_line(program, user))
        print_lines(task_lines([status], words))


@click.command()
@plan_option
@click.option("--period", type=PERIOD, required=True)
@click.option("--unit", "unit_text", metavar="UNIT")
@click.option("--as-of", type=DAY)
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True)
def report(plan_id: str, period: Period, unit_text: str | None, as_of: date | None, output: Path) -> None:
    """Write the gap report: .xlsx, .docx, or .zip with both for the province and every unit."""
    words = words_asked_for()
    with answering(words):
        if output.suffix.lower() not in _REPORT_TYPES:
            raise click.BadParameter(words("cli.bad-report-type", found=output.name), param_hint="-o")
        program = opened_program()
        knowledge = evaluations.know(program, plan_id, as_of=as_of)
        unit = program.unit(knowledge.plan, unit_text) if unit_text else None
        if output.suffix.lower() == ".zip" and unit is None:
            content = _bundle(program, knowledge, period, words)
        else:
            content = _one(output, reports.gap_report(program, knowledge, period, unit), words)
        write_file(output, content, words)


def _one(output: Path, gap_report: GapReport, words: Words) -> bytes:
    from kpi.present.reports.bundle import write_bundle
    from kpi.present.reports.word import write_word_report
    from kpi.present.reports.workbook import write_gap_report

    match output.suffix.lower():
        case ".docx":
            return write_word_report(gap_report, words)
        case ".zip":
            return write_bundle([gap_report], words)
        case _:
            return write_gap_report(gap_report, words)


def _bundle(program: Program, knowledge: Knowledge, period: Period, words: Words) -> bytes:
    """All reports of the period; how far it is stands on standard error."""
    from kpi.present.reports.bundle import write_bundle

    count = 1 + len(reports.units_to_report(knowledge, period))
    each = reports.gap_reports(program, knowledge, period)
    with click.progressbar(each, length=count, file=sys.stderr) as told:
        return write_bundle(told, words)


@click.command()
@plan_option
@click.option("--year", type=YEAR, required=True)
@click.option("--unit", "unit_text", metavar="UNIT", help="for one unit alone")
@click.option("--each", is_flag=True, help="a sheet for each unit")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True)
def template(plan_id: str, year: int, unit_text: str | None, each: bool, output: Path) -> None:
    """Write the workbook to fill in for a year."""
    from kpi.present.template import write_template

    words = words_asked_for()
    with answering(words):
        program = opened_program()
        unit = program.unit(program.plan(plan_id), unit_text) if unit_text else None
        form = reports.template_form(program, plan_id, year, unit)
        write_file(output, write_template(form, words, each_unit=each), words)
