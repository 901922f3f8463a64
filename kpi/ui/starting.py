"""What is looked at and said before the server starts."""

from __future__ import annotations

import errno
import socket
import sys
from typing import NoReturn

from kpi.present.definition_problems import definition_problem
from kpi.present.words import Language, words_for
from kpi.registry.definitions import load_definitions
from kpi.registry.problem import DefinitionsBroken
from kpi.service import settings
from kpi.service.sessions import accounts_in_use
from kpi.service.settings import BadSetting
from kpi.store.errors import StoreUnavailable
from kpi.ui.opening import program

_WORDS = words_for(Language.VIETNAMESE)


def refuse_unusable_settings() -> None:
    """Ends the process with a sentence where a variable of the environment holds something unusable."""
    try:
        settings.today()
        settings.oidc_service()
        settings.port()
    except BadSetting as bad:
        _end([_WORDS("refusal.bad-setting", name=bad.name, value=bad.value)], code=2)


def refuse_broken_definitions() -> None:
    """Ends the process with every definition error, one a line, where there is one."""
    try:
        load_definitions()
    except DefinitionsBroken as broken:
        _end(
            [
                *(
                    definition_problem(p.kind, p.file, p.path, p.found, p.expected, p.nearest, _WORDS)
                    for p in broken.problems
                ),
                _WORDS("cli.check-failed", count=len(broken.problems)),
            ],
            code=1,
        )


def refuse_strangers_without_accounts() -> None:
    """Ends the process where other machines could reach a program in which everyone may do everything."""
    if settings.is_loopback(settings.host()):
        return
    try:
        if not accounts_in_use(program()):
            _end([_WORDS("start.accounts-needed", host=settings.host())], code=1)
    except StoreUnavailable:
        return  # the guard asks again at every request


def refuse_taken_port() -> None:
    """Ends the process with a sentence where it could not listen: another program holds the port, or no right to it."""
    host, port = settings.host(), settings.port()
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        said = _WORDS(
            "start.port-taken" if taken else "start.port-unusable", host=host, port=port, cause=error.strerror
        )
        _end([said], code=3)


def announce() -> None:
    """Says where the pages are, and warns of what an operator should know."""
    host = settings.host()
    _say(_WORDS("start.address", host=host, port=settings.port()))
    try:
        if not accounts_in_use(program()):
            _say(_WORDS("start.alone"))
    except StoreUnavailable as failure:
        _say(_WORDS("start.database-down", cause=failure.cause))


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def _end(lines: list[str], code: int) -> NoReturn:
    for line in lines:
        _say(line)
    sys.exit(code)
