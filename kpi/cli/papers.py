"""Commands on reports without figures: list them, keep one, take one back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kpi.cli.documents import paper_document, receipt_document
from kpi.cli.opened import opened_program
from kpi.cli.options import FILE, PERIOD, as_option, content_of, json_option, plan_option, words_asked_for
from kpi.cli.output import answering, print_json, print_lines
from kpi.domain.paper import ReceivedReport, counting, sender_of
from kpi.domain.period import Period
from kpi.present.paper_lines import paper_cells, receipt_text
from kpi.present.sentences import agency_text
from kpi.present.words import Words
from kpi.service.program import Program
from kpi.service.received import SentReport, receive_report, received_reports, undo_report
from kpi.service.sessions import actor_on_command_line


@click.command()
@plan_option
@json_option
def papers(plan_id: str, as_json: bool) -> None:
    """List the reports without figures that were received, the latest first."""
    words = words_asked_for()
    with answering(words, as_json):
        program = opened_program()
        reports = received_reports(program, plan_id)[::-1]
        if as_json:
            counted = counting(reports).values()
            print_json({"plan": plan_id, "papers": [paper_document(r, r in counted) for r in reports]})
        else:
            print_lines(_lines(program, plan_id, reports, words))


def _lines(program: Program, plan_id: str, reports: Sequence[ReceivedReport], words: Words) -> Iterator[str]:
    plan, counts = program.plan(plan_id), counting(reports)
    for report in reports:
        yield " · ".join(paper_cells(report, plan, program.units, counts, words))


@click.command()
@click.argument("file", type=FILE)
@plan_option
@click.option("--task", "task_id", required=True, metavar="TASK", help="the duty it answers, see plans")
@click.option("--period", type=PERIOD, required=True)
@click.option("--sender", required=True, help="a unit's id, or an agency's name")
@as_option
@json_option
def receive(
    file: Path, plan_id: str, task_id: str, period: Period, sender: str, user: str, as_json: bool
) -> None:
    """Keep a report without figures; the same file again changes nothing, another takes its place."""
    words = words_asked_for()
    with answering(words, as_json):
        program = opened_program()
        key = unicodedata.normalize("NFC", sender.strip())
        sent = SentReport(plan_id, task_id, key, period, file.name, content_of(file))
        receipt = receive_report(program, sent, actor_on_command_line(program, user))
        if as_json:
            print_json(receipt_document(receipt))
        else:
            sending = sender_of(key, program.plan(plan_id), program.units)
            name = agency_text(sending, words)
            click.echo(receipt_text(receipt.number, receipt.kept, receipt.supersedes, name, words))


@click.command(name="undo-paper")
@click.argument("paper", type=click.IntRange(1, 2**31))
@as_option
def undo_paper(paper: int, user: str) -> None:
    """Take one report without figures back; the one before it counts again."""
    words = words_asked_for()
    with answering(words):
        program = opened_program()
        taken = undo_report(program, paper, actor_on_command_line(program, user))
        click.echo(words("paper.undone", number=taken.id, file=taken.file_name))
