"""The two kinds of lists in a package that must name every new part: relationships and content types."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

from kpi.intake.workbook.marking.archive import PackageCopy
from kpi.intake.workbook.marking.part_edits import EditedPart, Place, Places, needed, quoted
from kpi.intake.workbook.relationships import listing_of
from kpi.intake.workbook.xml_parts import RELATIONSHIPS, Element

TYPES_PART = "[Content_Types].xml"
TYPES = ("http://schemas.openxmlformats.org/package/2006/content-types",)
NO_RELATIONSHIPS = f'<Relationships xmlns="{RELATIONSHIPS[0]}"/>'.encode()
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"


def point_to(copy: PackageCopy, part: str, target: str, relationship_type: str) -> str:
    """Add a relationship of a part; gives its id."""
    listing = listing_of(part)
    listed = EditedPart(copy.read(listing) if listing in copy else NO_RELATIONSHIPS)
    ids: set[str] = set()
    entry = Element(opened=lambda attributes: ids.add(attributes.get("Id", "")))
    root = _root(listed, "Relationships", {"Relationship": entry}, RELATIONSHIPS)
    key = next(free for number in count(1) if (free := f"rId{number}") not in ids)
    listed.extend(root, _element(root, "Relationship", Id=key, Type=relationship_type, Target=f"/{target}"))
    copy.write(listing, listed.applied())
    return key


def list_types(copy: PackageCopy, types: dict[str, str], drawings: Collection[str]) -> None:
    """Tell the content types of new parts by name, and of `.vml` drawings by their extension."""
    listed = EditedPart(copy.read(TYPES_PART))
    extensions: set[str] = set()
    by_extension = Element(opened=lambda attributes: extensions.add(attributes.get("Extension", "").lower()))
    root = _root(listed, "Types", {"Default": by_extension}, TYPES)
    if drawings and "vml" not in extensions:
        listed.insert(root.tag.end, _element(root, "Default", Extension="vml", ContentType=VML_TYPE))
    named = (
        _element(root, "Override", PartName=f"/{part}", ContentType=kind) for part, kind in types.items()
    )
    listed.extend(root, "".join(named))
    copy.write(TYPES_PART, listed.applied())


def _root(part: EditedPart, name: str, children: dict[str, Element], namespaces: tuple[str, ...]) -> Place:
    places = Places(part)
    root = Element(children, opened=places.opened, closed=places.closed, namespaces=namespaces)
    part.parse(Element({name: root}, namespaces=namespaces, complete=True))
    return needed(places, name)


def _element(parent: Place, name: str, **attributes: str) -> str:
    given = "".join(f" {key}={quoted(value)}" for key, value in attributes.items())
    return f"<{parent.tag.beside(name)}{given}/>"
