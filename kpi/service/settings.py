"""What the environment decides: where the data are, where the server listens, which day it is."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from ipaddress import ip_address
from pathlib import Path

from kpi.domain.period import VIETNAM

PROJECT = Path(__file__).resolve().parents[2]
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_PYPROJECT = PROJECT / "pyproject.toml"
# Every variable the program or its scripts ask for.
VARIABLES = (
    "KPI_ALLOWED_HOSTS",
    "KPI_DATABASE_URL",
    "KPI_HOST",
    "KPI_LANG",
    "KPI_OIDC_CLAIM",
    "KPI_OIDC_CLIENT_ID",
    "KPI_OIDC_CLIENT_SECRET",
    "KPI_OIDC_ISSUER",
    "KPI_OIDC_LABEL",
    "KPI_PORT",
    "KPI_PYTHON",
    "KPI_TEST_POSTGRES_URL",
    "KPI_TODAY",
    "KPI_TRUSTED_PROXIES",
)


class BadSetting(Exception):
    """An environment variable holds something unusable."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"{name}={value}")
        self.name = name
        self.value = value


def program_version() -> str:
    """The version of this program."""
    facts = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))
    return str(facts["project"]["version"])


def database_url() -> str:
    """`KPI_DATABASE_URL`, by default an SQLite file under `var/`."""
    return os.environ.get("KPI_DATABASE_URL") or f"sqlite:///{PROJECT / 'var' / 'kpi.sqlite3'}"


def host() -> str:
    return os.environ.get("KPI_HOST") or "127.0.0.1"


def port() -> int:
    """`KPI_PORT`; raises BadSetting if it is no port number."""
    text = os.environ.get("KPI_PORT") or "8501"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise BadSetting("KPI_PORT", text)
    return int(text)


@dataclass(frozen=True, slots=True)
class OidcService:
    """Another service that vouches for people. `claim` holds the name of their account here."""

    issuer: str
    client_id: str
    client_secret: str
    claim: str
    label: str


def oidc_service() -> OidcService | None:
    """What `KPI_OIDC_ISSUER` and its companions name; raises BadSetting where a part is missing."""
    issuer = os.environ.get("KPI_OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return None
    for name in ("KPI_OIDC_CLIENT_ID", "KPI_OIDC_CLIENT_SECRET"):
        if not os.environ.get(name):
            raise BadSetting(name, "")
    return OidcService(
        issuer,
        os.environ["KPI_OIDC_CLIENT_ID"],
        os.environ["KPI_OIDC_CLIENT_SECRET"],
        os.environ.get("KPI_OIDC_CLAIM") or "email",
        os.environ.get("KPI_OIDC_LABEL") or "OpenID Connect",
    )


def is_loopback(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def allowed_hosts() -> frozenset[str]:
    """The names this server answers to, lower case; none: to any.

    `KPI_ALLOWED_HOSTS` lists them, by comma. Without it, a server on the loopback address answers to its names
    alone, which no page on another machine can take on. They are always among them.
    """
    listed = [name.strip().lower() for name in os.environ.get("KPI_ALLOWED_HOSTS", "").split(",")]
    names = frozenset(filter(None, listed))
    if "*" in names or (not names and not is_loopback(host())):
        return frozenset()
    return names | _LOOPBACK


def trusted_proxies() -> list[str]:
    """The addresses or networks whose X-Forwarded-For and -Proto are believed: `KPI_TRUSTED_PROXIES`, by comma."""
    listed = [name.strip() for name in os.environ.get("KPI_TRUSTED_PROXIES", "").split(",")]
    return list(filter(None, listed)) or ["127.0.0.1", "::1"]


def today() -> date:
    """The day it is in Vietnam; `KPI_TODAY` stands for it. Raises BadSetting if that is no date."""
    return now().astimezone(VIETNAM).date()


def now() -> datetime:
    """The moment it is, aware; on the day `KPI_TODAY` names, if it does."""
    moment = datetime.now(VIETNAM)
    stated = os.environ.get("KPI_TODAY")
    if not stated:
        return moment
    try:
        day = date.fromisoformat(stated)
    except ValueError:
        raise BadSetting("KPI_TODAY", stated) from None
    return datetime.combine(day, moment.timetz())
