"""How commands answer: one JSON document or plain lines, exit codes, and no traceback whatever happens."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

import click

from kpi.present.words import Words
from kpi.registry.problem import DefinitionsBroken
from kpi.service.faults import keep_fault
from kpi.service.refusal import Refused, Why, failure_told
from kpi.service.settings import BadSetting
from kpi.store.errors import StoreUnavailable


class Exit(IntEnum):
    DONE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    ENVIRONMENT_FAILED = 3


_WRONG_USAGE = {
    Why.UNKNOWN_PLAN,
    Why.UNKNOWN_UNIT,
    Why.UNKNOWN_TASK,
    Why.UNKNOWN_SUBMISSION,
    Why.UNKNOWN_REPORT,
    Why.UNKNOWN_TASK_RECORD,
    Why.UNKNOWN_ACCOUNT,
    Why.ACCOUNT_NAME_UNFIT,
    Why.UNITS_MISSING,
}


def print_json(document: object) -> None:
    """The one document on standard output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def complain(message: str) -> None:
    """A sentence on standard error."""
    click.echo(message, err=True)


def print_lines(lines: Iterable[str]) -> None:
    """Lines for people on standard output."""
    for line in lines:
        click.echo(line)


def write_file(output: Path, content: bytes, words: Words) -> None:
    """Writes a file a person asked for, whole or not at all, and says so. Raises OSError."""
    output.parent.mkdir(parents=True, exist_ok=True)
    if output.exists() and not output.is_file():
        output.write_bytes(content)  # a pipe, a terminal: nothing to put in its place
    else:
        _put_in_place(output, content)
    click.echo(words("cli.written", file=str(output)))


def _put_in_place(output: Path, content: bytes) -> None:
    part = output.with_name(f"{output.name}.part")
    try:
        part.write_bytes(content)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def answering(words: Words, as_json: bool = False) -> Iterator[None]:
    """Turns every foreseen failure into a sentence, an exit code and, with `--json`, a document."""
    try:
        yield
    except Refused as refused:
        code = Exit.WRONG_USAGE if refused.why in _WRONG_USAGE else Exit.REFUSED
        _end(code, refused.why.value, words(f"refusal.{refused.why}", **refused.detail), as_json)
    except DefinitionsBroken as broken:
        message = words("refusal.definitions-broken", count=len(broken.problems))
        _end(Exit.REFUSED, "definitions-broken", message, as_json)
    except BadSetting as bad:
        message = words("refusal.bad-setting", name=bad.name, value=bad.value)
        _end(Exit.WRONG_USAGE, "bad-setting", message, as_json)
    except BrokenPipeError:
        _stop_writing()  # whoever read the lines has read enough; what was to be done is done
    except (StoreUnavailable, OSError) as failure:
        reason, detail = failure_told(failure)
        _end(Exit.ENVIRONMENT_FAILED, reason, words(f"refusal.{reason}", **detail), as_json)
    except click.ClickException:
        raise
    except Exception:
        # The last resort: a fault of the program is kept for its maintainers, the person gets a sentence.
        number, where = keep_fault()
        message = words("refusal.fault", number=number, log=where)
        _end(Exit.ENVIRONMENT_FAILED, "fault", message, as_json)


def _stop_writing() -> None:
    """Python would complain of the closed pipe once more when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(Exit.DONE)


def _end(code: Exit, reason: str, message: str, as_json: bool) -> None:
    complain(message)
    if as_json:
        print_json({"error": {"code": reason, "message": message}})
    sys.exit(code)
