# SPDX-License-Identifier: MIT
"""The names of pydantic_core that programs import. The work is done in the package pydantic."""

from pydantic._core import MISSING as PydanticUndefined, OmitValue as PydanticOmit, UseDefault as PydanticUseDefault
from pydantic._custom_errors import PydanticCustomError, PydanticKnownError
from pydantic._validation_error import ValidationError

__version__ = "2.27.2"
PydanticUndefinedType = type(PydanticUndefined)


class PydanticSerializationError(ValueError):
    pass


class PydanticSerializationUnexpectedValue(ValueError):
    pass


def __getattr__(name):
    if name in ("to_json", "to_jsonable_python", "from_json"):
        from pydantic import _json_functions

        return getattr(_json_functions, name)
    if name == "TzInfo":
        from pydantic._time_zone import TzInfo

        return TzInfo
    if name in ("Url", "MultiHostUrl"):
        from pydantic import _urls

        return getattr(_urls, name)
    if name == "CoreSchema" or name == "CoreConfig":
        return dict
    raise AttributeError(f"module 'pydantic_core' has no attribute {name!r}")
