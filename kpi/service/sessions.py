"""Logging in and out, and who a session's token stands for: asked on every request and every run of a page.

Only the SHA-256 of a token is stored. A session ends after two hours without use, after twelve in all, when the
account changes, and at logout.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from kpi.domain.actor import COMMAND_LINE, LOCAL_USER, Actor, Role, local_user
from kpi.domain.record import Done
from kpi.service import passwords, settings
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why
from kpi.service.texts import storable
from kpi.store import accounts, audit
from kpi.store.accounts import Account, OpenSession
from kpi.store.database import Connection

LONGEST_IDLE, LONGEST = timedelta(hours=2), timedelta(hours=12)
_SEEN_ANEW_AFTER = timedelta(minutes=1)
THROTTLE_WITHIN = timedelta(minutes=15)
MOST_FAILURES_OF_ACCOUNT, MOST_FAILURES_FROM_ADDRESS = 10, 30
KNOWN_PLACE_FOR = timedelta(days=30)


def accounts_in_use(program: Program) -> bool:
    """Whether anyone has an account, so that everyone must log in."""
    with program.database.read() as connection:
        return accounts.any_account(connection)


def log_in(program: Program, name: str, password: str, address: str) -> str:
    """Begins a session; returns its token. `address` is where the request came from.

    Refused with one and the same sentence for a wrong name, a wrong password and a disabled account, and while
    too many attempts have failed. A refusal is written down.
    """
    found = _confirmed(program, _asked_name(name), password, address, Why.LOGIN_WRONG)
    return _begin(program, found, address, limited=found.must_change)


def confirm_password(program: Program, name: str, password: str, address: str) -> None:
    """Refused, and written down, where the password is not the account's; throttled as logins are."""
    _confirmed(program, name, password, address, Why.PASSWORD_WRONG)
    with program.database.write() as connection:
        accounts.forget_login_failures(connection, name, settings.now() - THROTTLE_WITHIN)


def begin_for(program: Program, name: str, address: str) -> str:
    """Begins a session for someone another service vouches for; they need an account here all the same."""
    with program.database.read() as connection:
        found = accounts.account(connection, storable(name).strip().casefold())
    if found is None or not found.active:
        _write_failure_down(program, _asked_name(name), address)
        raise Refused(Why.LOGIN_WRONG)
    return _begin(program, found, address)


def log_out(program: Program, token: str, address: str) -> None:
    """Ends the session of a token, if there is one."""
    digest = _digest(token)
    with program.database.write() as connection:
        session = accounts.open_session(connection, digest)
        if session is None:
            return
        accounts.end_session(connection, digest)
        found = accounts.account(connection, session.account)
        if found:
            write_down(connection, _actor(found, address), Done.LOG_OUT, found.name)


def actor_for(program: Program, token: str | None, address: str) -> Actor | None:
    """Who acts: the session's person, the local user where nobody has an account, else nobody.

    Nobody, too, while the person has yet to change a password that somebody else made.
    """
    with program.database.read() as connection:
        if not accounts.any_account(connection):
            return local_user(address)
        session, found = _open(connection, token)
    if session is None or found is None or session.limited:
        return None
    if token and settings.now() - session.seen_at > _SEEN_ANEW_AFTER:
        with program.database.write() as connection:
            accounts.mark_seen(connection, _digest(token), settings.now())
    return _actor(found, address)


def is_alive(program: Program, token: str | None) -> bool:
    """Whether the pages are for whoever has the token. To ask this is no use of the session: it ends all the same."""
    with program.database.read() as connection:
        session, _ = _open(connection, token)
        return not (session is None or session.limited) or not accounts.any_account(connection)


def holder_of(program: Program, token: str | None, address: str) -> Actor | None:
    """Whose session it is, whether or not they may do more than change their password."""
    with program.database.read() as connection:
        _, found = _open(connection, token)
    return _actor(found, address) if found else None


def is_limited(program: Program, token: str) -> bool:
    """Whether a session is good for nothing but changing a password that somebody else made."""
    with program.database.read() as connection:
        session, _ = _open(connection, token)
    return session is not None and session.limited


def actor_on_command_line(program: Program, name: str) -> Actor:
    """Who a command acts for: the operator of the machine, or the account named, with its rights and no more.

    Refused for a name without an active account, once there are accounts.
    """
    with program.database.read() as connection:
        known: Sequence[Account] = accounts.all_accounts(connection)
    if not known:
        return local_user(COMMAND_LINE, name)
    if name == LOCAL_USER:
        return Actor(LOCAL_USER, Role.ADMINISTRATOR, origin=COMMAND_LINE)
    found = next((a for a in known if a.name == name.strip().casefold() and a.active), None)
    if found is None:
        raise Refused(Why.UNKNOWN_ACCOUNT, name=name, known=", ".join(a.name for a in known if a.active))
    return _actor(found, COMMAND_LINE)


def _asked_name(text: str) -> str:
    """What is looked up and written down of a name somebody typed, which may be anything."""
    return storable(text).strip().casefold()[:64]


def _begin(program: Program, account: Account, address: str, *, limited: bool = False) -> str:
    token, now = secrets.token_urlsafe(32), settings.now()
    with program.database.write() as connection:
        accounts.end_sessions_unseen_since(connection, now - LONGEST_IDLE)
        accounts.forget_login_failures(connection, account.name, now - THROTTLE_WITHIN)
        accounts.begin_session(connection, _digest(token), account.name, now, limited=limited)
        write_down(connection, _actor(account, address), Done.LOG_IN, account.name)
    return token


def _confirmed(program: Program, name: str, password: str, address: str, why_not: Why) -> Account:
    """The active account of the name, if the password is its own; an attempt is counted and a failure written down."""
    _count_attempt(program, name, address)
    with program.database.read() as connection:
        found = accounts.account(connection, name)
    usable = found if found and found.active else None
    if not passwords.fits(password, usable.password_hash if usable else None) or usable is None:
        _write_failure_down(program, name, address)
        raise Refused(why_not)
    return usable


def _count_attempt(program: Program, name: str, address: str) -> None:
    """Counts an attempt as failed until it succeeds, so that many at once are not tried past the limit."""
    now = settings.now()
    with program.database.write() as connection:
        if _is_held_out(connection, name, address, now):
            raise Refused(Why.LOGIN_THROTTLED, minutes=int(THROTTLE_WITHIN.total_seconds() // 60))
        accounts.add_login_failure(connection, name, address, now)


def _is_held_out(connection: Connection, name: str, address: str, now: datetime) -> bool:
    """Whether too many attempts failed.

    From where an account has lately logged in, its own failures from there count alone: neither a stranger elsewhere
    nor a colleague at the same address who mistypes theirs keeps it out.
    """
    failed = accounts.login_failures_since(connection, now - THROTTLE_WITHIN, name, address)
    if failed.of_account_from_address >= MOST_FAILURES_OF_ACCOUNT:
        return True
    if failed.of_account < MOST_FAILURES_OF_ACCOUNT and failed.from_address < MOST_FAILURES_FROM_ADDRESS:
        return False
    return not audit.has_acted(connection, name, Done.LOG_IN, address, now - KNOWN_PLACE_FOR)


def _write_failure_down(program: Program, name: str, address: str) -> None:
    nobody = Actor(name, Role.VIEWER, origin=address)
    with program.database.write() as connection:
        write_down(connection, nobody, Done.LOG_IN_FAILED, name)


def _open(connection: Connection, token: str | None) -> tuple[OpenSession | None, Account | None]:
    """The session of a token with its active account, or neither."""
    session = accounts.open_session(connection, _digest(token)) if token else None
    found = accounts.account(connection, session.account) if session and not _is_over(session) else None
    return (session, found) if found and found.active else (None, None)


def _is_over(session: OpenSession) -> bool:
    now = settings.now()
    return now - session.seen_at > LONGEST_IDLE or now - session.begun_at > LONGEST


def _actor(account: Account, origin: str) -> Actor:
    return Actor(account.name, account.role, frozenset(account.units), origin)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
