"""Numbered mutants of good workbooks: the same seed and number always give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .bytes_spoilt import BYTE_DAMAGES, CONTAINER_DAMAGES, flipped, packed
from .good_workbooks import GoodWorkbook, Parts, good_workbooks
from .xml_spoilt import LIGHT_DAMAGES, TEXT_DAMAGES, Spoil, encoded_otherwise

MOST_DAMAGES_AT_ONCE = 3
OF_INTEREST = (
    "xl/worksheets/",
    "xl/sharedStrings",
    "xl/styles",
    "xl/workbook",
    "xl/_rels",
    "_rels",
    "[Content",
)


@dataclass(frozen=True)
class Mutant:
    """`damage` says in short what was done, `label` how to get the very same bytes again."""

    good: GoodWorkbook
    label: str
    damage: str
    content: bytes

    def __str__(self) -> str:
        return f"{self.good.name}, {self.label}: {self.damage}"


def mutant(seed: int, number: int) -> Mutant:
    books = good_workbooks()
    rng = Random(f"{seed}/{number}")
    good = books[number % len(books)]
    damage, content = _spoilt(good, rng)
    return Mutant(good, f"mutant({seed}, {number})", damage, content)


def _spoilt(good: GoodWorkbook, rng: Random) -> tuple[str, bytes]:
    """Most damage is to the XML, since damage to bytes seldom gets past the checksums of the zip."""
    draw = rng.random()
    if draw < 0.12:
        damage = rng.choice(BYTE_DAMAGES)
        return damage.__name__, damage(good.content, rng)
    if draw < 0.22:
        harm = rng.choice(CONTAINER_DAMAGES)
        return harm.__name__, harm(good.parts, rng)
    parts = good.parts
    if draw < 0.60:
        return _spoil_part(parts, rng, LIGHT_DAMAGES), packed(parts)
    done = [_spoil_part(parts, rng, TEXT_DAMAGES) for _ in range(rng.randint(1, MOST_DAMAGES_AT_ONCE))]
    return ", ".join(done), packed(parts)


def _spoil_part(parts: Parts, rng: Random, damages: tuple[Spoil, ...]) -> str:
    """Spoils one part in place; the sheets most often."""
    names = sorted(name for name in parts if name.startswith(OF_INTEREST))
    sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
    name = rng.choice(sheets) if sheets and rng.random() < 0.5 else rng.choice(names)
    draw = rng.random()
    if draw < 0.06:
        parts[name] = encoded_otherwise(parts[name], rng)
        return f"{name} encoded_otherwise"
    if draw < 0.12 and parts[name]:
        parts[name] = flipped(parts[name], rng)
        return f"{name} flipped"
    damage = rng.choice(damages)
    parts[name] = damage(parts[name].decode(errors="surrogateescape"), rng).encode(errors="surrogateescape")
    return f"{name} {damage.__name__}"
