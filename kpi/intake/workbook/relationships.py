"""Which part of a package points to which (OPC relationships, ECMA-376-2 section 6.5)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from kpi.intake.workbook.package import Package
from kpi.intake.workbook.refusal import Fault, damaged, unsafe
from kpi.intake.workbook.xml_parts import RELATIONSHIPS, Element, parse

OFFICE_TYPES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """`kind` is the last word of an Office relationship type, such as `worksheet`; "" for foreign types."""

    kind: str
    target: str
    external: bool


def relationships_of(package: Package, part: str) -> dict[str, Relationship]:
    """The relationships of a part by id; "" is the package itself. None where the part has no list."""
    folder, listing = posixpath.dirname(part), listing_of(part)
    if listing not in package:
        return {}
    found: dict[str, Relationship] = {}

    def relationship_starts(attributes: dict[str, str]) -> None:
        key = attributes.get("Id", "")
        if key in found:
            raise damaged(Fault.SHEETS_CONTRADICT, found=key)
        found[key] = _relationship(attributes, folder)

    entry = Element(opened=relationship_starts)
    root = Element({"Relationship": entry}, namespaces=RELATIONSHIPS)
    parse(
        package.chunks(listing), Element({"Relationships": root}, namespaces=RELATIONSHIPS, complete=True), []
    )
    return found


def listing_of(part: str) -> str:
    """The name of the part that lists where another points."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def part_of_kind(relationships: dict[str, Relationship], kind: str) -> str | None:
    """The one part of this kind, None when there is none; two are refused as damage."""
    targets = [relationship.target for relationship in relationships.values() if relationship.kind == kind]
    if len(targets) > 1:
        raise damaged(Fault.SHEETS_CONTRADICT, found=kind)
    return targets[0] if targets else None


def _relationship(attributes: dict[str, str], folder: str) -> Relationship:
    external = attributes.get("TargetMode", "Internal") == "External"
    target = attributes.get("Target", "")
    kind = _kind(attributes.get("Type", ""))
    if external or not kind:
        return Relationship(kind, target, external)
    return Relationship(kind, _resolve(folder, target), external)


def _kind(relationship_type: str) -> str:
    for prefix in OFFICE_TYPES:
        if relationship_type.startswith(prefix):
            return relationship_type.removeprefix(prefix)
    return ""


def _resolve(folder: str, target: str) -> str:
    """A target's place in the package: absolute from its root, else from the folder of the part that points."""
    resolved = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
    climbs = posixpath.normpath(posixpath.join(folder, target)).startswith("..")
    if climbs:
        raise unsafe(Fault.PART_OUTSIDE, found=target)
    return resolved.lstrip("/")
