"""The site the tests of this room share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from nginx_site import Site, served_site

from tests.postgresql import PostgreSQL


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, postgresql: PostgreSQL) -> Iterator[Site]:
    if not shutil.which("nginx"):
        pytest.skip("nginx is not installed")
    with served_site(tmp_path_factory.mktemp("site"), postgresql.url) as served:
        yield served
