"""A YAML file read strictly: no key twice, decimals as written, and every fault as a problem, not an exception."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kpi.registry.problem import Problem, ProblemKind, nearest

Model = TypeVar("Model", bound=BaseModel)


_SafeLoader: type[yaml.SafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # libyaml's where it is there


class _StrictLoader(_SafeLoader):  # type: ignore[valid-type,misc]
    """Refuses a key given twice, which YAML libraries otherwise settle in silence."""


def _decimal(loader: _StrictLoader, node: yaml.ScalarNode) -> Decimal | str:
    """The decimal as written; what is none (`.nan`) stays text, so that the fault is found at its place."""
    text = str(loader.construct_scalar(node))
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _day(loader: _StrictLoader, node: yaml.ScalarNode) -> date | str:
    """The day as written; one no calendar has (30 February) stays text, so that the fault is found at its place."""
    try:
        day: date = loader.construct_yaml_timestamp(node)
    except ValueError:
        return str(loader.construct_scalar(node))
    return day


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise yaml.constructor.ConstructorError(None, None, f"key twice: {twice}", node.start_mark)
    mapping: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    return mapping


_StrictLoader.add_constructor("tag:yaml.org,2002:float", _decimal)
_StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", _day)
_StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_definition(path: Path, root: Path, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """The file as `model`, or None and everything wrong with it. `root` shortens the file's name."""
    file = path.relative_to(root).as_posix()
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        return None, [Problem(ProblemKind.UNREADABLE, file, "", " ".join(str(error).split()), "yaml")]
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        return None, [_problem(file, model, details) for details in error.errors()]


def _problem(file: str, model: type[BaseModel], details: ErrorDetails) -> Problem:
    path = _written(details["loc"])
    if details["type"] == "extra_forbidden":
        key, known = str(details["loc"][-1]), _known_keys(model, details["loc"][:-1])
        return Problem(ProblemKind.UNKNOWN_KEY, file, path, key, ", ".join(known), nearest(key, known))
    if details["type"] == "missing":
        return Problem(ProblemKind.MISSING_KEY, file, path, "", str(details["loc"][-1]))
    found = details["input"]
    near = _nearest_choice(found, details)
    return Problem(ProblemKind.WRONG_VALUE, file, path, repr(found)[:80], _expectation(details), near)


def _expectation(details: ErrorDetails) -> str:
    context = details.get("ctx", {})
    return str(context.get("error") or context.get("expected") or details["msg"])


def _nearest_choice(found: object, details: ErrorDetails) -> str | None:
    choices = (
        str(details.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "").split(", ")
    )
    return nearest(found, choices) if isinstance(found, str) and len(choices) > 1 else None


def _written(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path


def _known_keys(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys allowed at a place inside the model."""
    for part in location:
        if isinstance(part, str):
            model = _model_in(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [_model_in(argument) for argument in getattr(annotation, "__args__", ())]
    return next((model for model in inner if model is not None), None)
