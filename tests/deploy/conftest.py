"""The site the tests of this room share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from nginx_site import Site, served_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, postgresql_server: sa.URL) -> Iterator[Site]:
    if not shutil.which("nginx"):
        pytest.skip("nginx is not installed")
    with served_site(tmp_path_factory.mktemp("site"), postgresql_server) as served:
        yield served
