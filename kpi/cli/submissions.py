"""Commands on what is sent: import, history, undo."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kpi.cli.documents import import_document, submission_document
from kpi.cli.lines import import_lines, submission_lines
from kpi.cli.opened import opened_program
from kpi.cli.options import FILE, YEAR, as_option, content_of, json_option, plan_option, words_asked_for
from kpi.cli.output import Exit, answering, print_json, print_lines
from kpi.domain.observation import Stage
from kpi.service import imports, records
from kpi.service.outcome import Upload
from kpi.service.sessions import actor_on_command_line


@click.command(name="import")
@click.argument("file", type=FILE)
@plan_option
@click.option("--year", type=YEAR)
@click.option("--stage", type=click.Choice([stage.value for stage in Stage]))
@click.option("--dry-run", is_flag=True)
@click.option("--reason", default="", help="why you stand by figures the program warns about; kept with them")
@click.option("--reason-for", "reasons", multiple=True, metavar="KEY=TEXT", help="why, for one warning alone")
@click.option("--answer", "answers", multiple=True, metavar="KEY=CHOICE")
@as_option
@json_option
def import_(
    file: Path,
    plan_id: str,
    year: int | None,
    stage: str | None,
    dry_run: bool,
    reason: str,
    reasons: tuple[str, ...],
    answers: tuple[str, ...],
    user: str,
    as_json: bool,
) -> None:
    """Read a workbook, check it, compare it, store it: all or nothing."""
    words = words_asked_for()
    with answering(words, as_json):
        upload = Upload(
            plan_id,
            file.name,
            content_of(file),
            year,
            Stage(stage) if stage else None,
            _answers(answers),
            reason=reason,
            reasons=_reasons(reasons),
        )
        program = opened_program()
        actor = actor_on_command_line(program, user)
        outcome = (
            imports.preview(program, upload) if dry_run else imports.import_workbook(program, upload, actor)
        )
        if as_json:
            print_json(import_document(outcome, program.units, words))
        else:
            print_lines(import_lines(outcome, program.units, words))
        sys.exit(Exit.DONE if outcome.accepted else Exit.REFUSED)


def _answers(given: tuple[str, ...]) -> dict[str, str]:
    """KEY=CHOICE; a key may hold an equals sign, a choice never does."""
    for text in given:
        if "=" not in text:
            raise click.BadParameter(words_asked_for()("cli.bad-answer", found=text), param_hint="--answer")
    return {text.rpartition("=")[0]: text.rpartition("=")[2] for text in given}


def _reasons(given: tuple[str, ...]) -> dict[str, str]:
    """KEY=TEXT; a text may hold an equals sign."""
    for text in given:
        if "=" not in text:
            raise click.BadParameter(
                words_asked_for()("cli.bad-reason", found=text), param_hint="--reason-for"
            )
    return {text.partition("=")[0]: text.partition("=")[2] for text in given}


@click.command()
@plan_option
@json_option
def submissions(plan_id: str, as_json: bool) -> None:
    """List what was submitted, the latest first."""
    words = words_asked_for()
    with answering(words, as_json):
        listed = records.list_submissions(opened_program(), plan_id)
        if as_json:
            print_json({"plan": plan_id, "submissions": [submission_document(s) for s in listed]})
        else:
            print_lines(submission_lines(listed, words))


@click.command()
@click.argument("submission", type=click.IntRange(1, 2**31))
@as_option
def undo(submission: int, user: str) -> None:
    """Take one submission back; the values before it stand again."""
    words = words_asked_for()
    with answering(words):
        program = opened_program()
        taken = records.undo(program, submission, actor_on_command_line(program, user))
        click.echo(words("cli.undone", id=taken.id, file=taken.file_name))
