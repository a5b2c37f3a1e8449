# SPDX-License-Identifier: MIT
"""Anything to what JSON can hold."""

from collections import deque
from enum import Enum

from pydantic import BaseModel
from pydantic._core import MISSING
from pydantic._dump import Dump, _json_scalar


def jsonable_encoder(obj, include=None, exclude=None, by_alias=True, exclude_unset=False, exclude_defaults=False, exclude_none=False,
                     custom_encoder=None, sqlalchemy_safe=True):
    options = (by_alias, exclude_unset, exclude_defaults, exclude_none, custom_encoder, sqlalchemy_safe)
    if include is not None and not isinstance(include, (set, dict)):
        include = set(include)
    if exclude is not None and not isinstance(exclude, (set, dict)):
        exclude = set(exclude)
    return _encoded(obj, include, exclude, options)


def _encoded(obj, include, exclude, options):
    cls = type(obj)
    by_alias, exclude_unset, exclude_defaults, exclude_none, custom, safe = options
    if custom:
        if cls in custom:
            return custom[cls](obj)
        for kind, encode in custom.items():
            if isinstance(obj, kind):
                return encode(obj)
    if cls is str or cls is int or obj is None:
        return obj
    if isinstance(obj, BaseModel):
        data = obj.model_dump(
            mode="json", include=include, exclude=exclude, by_alias=by_alias, exclude_unset=exclude_unset, exclude_none=exclude_none,
            exclude_defaults=exclude_defaults,
        )
        return _encoded(data, None, None, options)
    if hasattr(cls, "__dataclass_fields__"):
        import dataclasses

        return _encoded(dataclasses.asdict(obj), include, exclude, options)
    if isinstance(obj, Enum):
        return obj.value
    if isinstance(obj, (str, int, float)):
        return obj
    if obj is MISSING:
        return None
    if isinstance(obj, dict):
        return _dict(obj, include, exclude, options)
    if isinstance(obj, (list, set, frozenset, tuple, deque)) or type(obj).__name__ == "generator":
        return [_encoded(each, include, exclude, options) for each in obj]
    return _other(obj, cls, include, exclude, options)


def _dict(obj, include, exclude, options):
    exclude_none, safe = options[3], options[5]
    result = {}
    for key, value in obj.items():
        if include is not None and key not in include or exclude is not None and key in exclude:
            continue
        if safe and isinstance(key, str) and key.startswith("_sa") or value is None and exclude_none:
            continue
        result[_encoded(key, None, None, options)] = _encoded(value, None, None, options)
    return result


def _other(obj, cls, include, exclude, options):
    if isinstance(obj, (bytes, bytearray)):
        return obj.decode()
    names = {base.__name__ for base in cls.__mro__}
    if "timedelta" in names:
        return obj.total_seconds()
    if "Decimal" in names:
        exponent = obj.as_tuple().exponent
        return int(obj) if isinstance(exponent, int) and exponent >= 0 else float(obj)
    if names & {"datetime", "date", "time"}:
        return obj.isoformat()
    if names & {"UUID", "PurePath", "SecretStr", "SecretBytes", "NameEmail", "_BaseUrl", "_BaseAddress", "_BaseNetwork", "Pattern"}:
        return _json_scalar(obj, cls, Dump("json")) if "Pattern" in names else str(obj)
    try:
        data = dict(obj)
    except Exception as first:
        try:
            data = vars(obj)
        except Exception as second:
            raise ValueError([first, second]) from second
    return _encoded(data, include, exclude, options)
