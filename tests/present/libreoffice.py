"""Workbooks recalculated by LibreOffice without a screen: what a person sees after opening and saving them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

# Without this setting LibreOffice keeps the results saved in the file, and a comparison proves nothing.
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
_SECONDS = 120


class LibreOffice:
    """One profile that recalculates every workbook it loads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_ALWAYS_RECALCULATE, encoding="utf-8")

    def recalculated(self, workbooks: Mapping[str, bytes]) -> dict[str, Workbook]:
        """The workbooks by name, with the values LibreOffice computes; one run for all of them."""
        return {
            name: load_workbook(BytesIO(content), data_only=True)
            for name, content in self.saved_bytes(workbooks).items()
        }

    def saved_bytes(self, workbooks: Mapping[str, bytes]) -> dict[str, bytes]:
        """The workbooks by name, as LibreOffice saves them."""
        sources, results = self._folder / "in", self._folder / "out"
        shutil.rmtree(results, ignore_errors=True)  # an older result must not pass for this run's
        sources.mkdir(exist_ok=True)
        for name, content in workbooks.items():
            (sources / f"{name}.xlsx").write_bytes(content)
        self._convert([sources / f"{name}.xlsx" for name in workbooks], results)
        return {name: (results / f"{name}.xlsx").read_bytes() for name in workbooks}

    def _convert(self, files: list[Path], results: Path) -> None:
        profile = f"-env:UserInstallation=file://{self._folder / 'profile'}"
        target = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(results)]
        command = ["soffice", "--headless", profile, *target, *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))


def saved(workbook: Workbook) -> bytes:
    """The workbook as bytes; openpyxl drops every saved result, so that only formulas are left."""
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()
