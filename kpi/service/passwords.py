"""Passwords: hashed with argon2, refused where they would be guessed."""

from __future__ import annotations

import secrets
from functools import cache
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

from kpi.intake.words.text import unmarked

SHORTEST, LONGEST = 12, 256
_READ_BY_THE_GUESSER = 72  # zxcvbn reads no further
_HARD_TO_GUESS = 3  # of 4: safe against guessing at a stolen hash
_HASHER = PasswordHasher()
# A hash takes 64 MiB for a moment; a flood of logins must not take all the memory there is.
_AT_ONCE = Semaphore(2)


def is_weak(password: str, *known_of_them: str) -> bool:
    """Whether a password is too short, too long, or soon guessed by someone who knows the person's names."""
    if not SHORTEST <= len(password) <= LONGEST:
        return True
    plain = [unmarked(fact.casefold()) for fact in known_of_them]
    known = {part for fact in plain for part in (*fact.split(), fact.replace(" ", "")) if part}
    guessed = zxcvbn(password[:_READ_BY_THE_GUESSER], user_inputs=sorted(known))
    return bool(guessed["score"] < _HARD_TO_GUESS)


def made_password() -> str:
    """A random one, as strong as the hash."""
    return secrets.token_urlsafe(15)


def hashed(password: str) -> str:
    with _AT_ONCE:
        return _HASHER.hash(password)


def fits(password: str, stored_hash: str | None) -> bool:
    """Whether the password is the one hashed. Without a hash it takes as long and says no."""
    usable = stored_hash is not None and len(password) <= LONGEST
    try:
        with _AT_ONCE:
            return _HASHER.verify(stored_hash or _nobodys_hash(), password[:LONGEST]) and usable
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys_hash() -> str:
    return _HASHER.hash(secrets.token_urlsafe())
