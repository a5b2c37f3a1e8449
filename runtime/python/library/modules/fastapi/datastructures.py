# SPDX-License-Identifier: MIT
"""UploadFile, and starlette's structures."""

from pydantic._core import Plan, invalid
from starlette.datastructures import URL, Address, FormData, Headers, QueryParams, State
from starlette.datastructures import UploadFile as _UploadFile


class UploadFile(_UploadFile):
    @classmethod
    def __pydantic_type_plan__(cls, scope):
        def validate(value, run):
            if isinstance(value, _UploadFile):
                return value
            raise invalid("value_error", value, error=ValueError(f"Expected UploadFile, received: {type(value)}"))

        return Plan(validate, "upload", "upload")


class Default:
    """A setting that nobody gave: what it would be, and that it may be overridden."""

    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return bool(self.value)


DefaultPlaceholder = Default


def first_given(*values):
    """The first value that somebody gave, else what the first one would be."""
    for value in values:
        if not isinstance(value, Default):
            return value
    return values[0]
