"""Another, plain way to the text of a cell: the whole XML as a tree, by none of the program's own code.

It knows no dates, no formats and no damage; it is asked about single cells of files that were read.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import defaultdict
from functools import cached_property
from xml.etree import ElementTree
from xml.etree.ElementTree import Element


def local(name: str) -> str:
    return name.rpartition("}")[2]


class SecondLook:
    """A workbook, looked at cell by cell."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._sheets: dict[str, dict[tuple[int, int], list[Element]]] = {}

    def texts_at(self, sheet: str, row: int, column: int) -> list[str]:
        """What stands at a place: one text for each time the file gives the cell."""
        if sheet not in self._sheets:
            self._sheets[sheet] = _cells(self._tree(self._sheet_parts[sheet]))
        return [self._text(cell) for cell in self._sheets[sheet][row, column]]

    def _tree(self, part: str) -> Element:
        name = next(n for n in self._archive.namelist() if n.lower().replace("\\", "/") == part.lower())
        return ElementTree.fromstring(self._archive.read(name))

    def _targets(self, part: str, folder: str) -> dict[str, tuple[str, str]]:
        """Relationship id → kind and the name of the part."""
        return {
            r.get("Id", ""): (
                r.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, r.get("Target", ""))).lstrip("/"),
            )
            for r in self._tree(part)
        }

    @cached_property
    def _workbook(self) -> str:
        return next(
            part for kind, part in self._targets("_rels/.rels", "").values() if kind == "officeDocument"
        )

    @cached_property
    def _of_workbook(self) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(self._workbook)
        return self._targets(f"{folder}/_rels/{name}.rels", folder)

    @cached_property
    def _sheet_parts(self) -> dict[str, str]:
        sheets = (e for e in self._tree(self._workbook).iter() if local(e.tag) == "sheet")
        return {sheet.attrib["name"]: self._of_workbook[_id_of(sheet)][1] for sheet in sheets}

    @cached_property
    def _shared(self) -> list[str]:
        part = next(part for kind, part in self._of_workbook.values() if kind == "sharedStrings")
        return [_shown(item) for item in self._tree(part) if local(item.tag) == "si"]

    def _text(self, cell: Element) -> str:
        value = "".join(e.text or "" for e in cell if local(e.tag) == "v")
        if cell.get("t") == "s":
            index = int(value)
            return self._shared[index] if index >= 0 else ""
        return value or _shown(cell)


def _cells(sheet: Element) -> dict[tuple[int, int], list[Element]]:
    found: dict[tuple[int, int], list[Element]] = defaultdict(list)
    data = next(e for e in sheet if local(e.tag) == "sheetData")
    row = 0
    for line in (e for e in data if local(e.tag) == "row"):
        row, column = int(line.get("r", row + 1)), 0
        for cell in (e for e in line if local(e.tag) == "c"):
            column = _column(cell.get("r")) or column + 1
            found[row, column].append(cell)
    return found


def _id_of(sheet: Element) -> str:
    return next(value for name, value in sheet.attrib.items() if local(name) == "id" and name != "id")


def _column(address: str | None) -> int:
    number = 0
    for letter in re.sub("[^A-Z]", "", address or ""):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _shown(item: Element) -> str:
    """The texts within an item, readings above characters (rPh) left out."""
    return "".join(_shown(e) if local(e.tag) != "t" else e.text or "" for e in item if local(e.tag) != "rPh")
