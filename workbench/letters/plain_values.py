"""Turns values into plain JSON and back: dataclasses, days, choices and lists."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")


def to_plain(value: object) -> Any:
    """Return what JSON can hold.

    Raises:
        TypeError: A value has a type that is not for JSON.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: to_plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(one) for one in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"not for JSON: {type(value).__name__}")


def from_plain(kind: type[_Value], plain: object) -> _Value:
    """Return the value of this type.

    Raises:
        ValueError: The plain value does not fit the type.
    """
    try:
        return cast("_Value", _read(kind, plain))
    except (TypeError, KeyError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error


def _read(kind: Any, plain: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        inner = [one for one in get_args(kind) if one is not type(None)]
        return None if plain is None else _read(inner[0], plain)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], one) for one in plain)
    if is_dataclass(kind):
        hints = _hints(cast("type", kind))
        given = {name: _read(hints[name], one) for name, one in plain.items()}
        return cast("Any", kind)(**given)
    if issubclass(kind, Enum):
        return kind(plain)
    if kind is date:
        return date.fromisoformat(plain)
    if not isinstance(plain, kind):
        raise TypeError(f"{plain!r} is no {kind.__name__}")
    return plain


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
