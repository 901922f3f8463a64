"""Commands on the definitions: check them, list plans and units."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kpi.cli.documents import plan_document, unit_document
from kpi.cli.options import json_option, words_asked_for
from kpi.cli.output import Exit, answering, complain, print_json
from kpi.registry.definitions import DATA, load_definitions, read_definitions
from kpi.service.refusal import Refused, Why


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
def check(path: Path | None) -> None:
    """Check every plan definition and list all that is wrong."""
    from kpi.present.definition_problems import definition_problem

    words = words_asked_for()
    with answering(words):
        definitions, problems = read_definitions(path or DATA / "plans")
        for p in problems:
            complain(definition_problem(p.kind, p.file, p.path, p.found, p.expected, p.nearest, words))
        if problems:
            complain(words("cli.check-failed", count=len(problems)))
            sys.exit(Exit.REFUSED)
        click.echo(words("cli.check-passed", plans=len(definitions.plans), units=len(definitions.units)))


@click.command()
@json_option
def plans(as_json: bool) -> None:
    """List the plans with their indicators, targets, clauses and tasks."""
    words = words_asked_for()
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


@click.command()
@click.option("--plan", "plan_id", metavar="ID")
@json_option
def units(plan_id: str | None, as_json: bool) -> None:
    """List the reporting units, of one plan's province or of all."""
    with answering(words_asked_for(), as_json):
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
