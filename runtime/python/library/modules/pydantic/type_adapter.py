# SPDX-License-Identifier: MIT
"""TypeAdapter: validation and serialisation of any type."""

import sys

from ._annotations import Scope
from ._compile import compile_type
from ._core import Invalid, Run
from ._dump import Dump
from ._validation_error import ValidationError


class TypeAdapter:
    def __init__(self, type, *, config=None, _parent_depth=2, module=None):
        frame = sys._getframe(1)
        self._type = type
        self._plan = compile_type(type, Scope(frame.f_globals, frame.f_locals, config))
        self._title = _title(type, self._plan)

    def __class_getitem__(cls, item):
        return cls

    def _validated(self, value, run):
        try:
            return self._plan.validate(value, run)
        except Invalid as error:
            raise ValidationError.of(self._title, error.lines, run.mode) from None

    def validate_python(self, object, /, *, strict=None, from_attributes=None, context=None):
        return self._validated(object, Run("python", bool(strict), from_attributes, context))

    def validate_json(self, data, /, *, strict=None, context=None):
        from ._json_functions import parsed

        return self._validated(parsed(data, self._title), Run("json", bool(strict), None, context))

    def validate_strings(self, object, /, *, strict=None, context=None):
        return self._validated(object, Run("strings", bool(strict), None, context))

    def dump_python(self, instance, /, *, mode="python", include=None, exclude=None, by_alias=False, exclude_unset=False,
                    exclude_defaults=False, exclude_none=False, round_trip=False, warnings=True, serialize_as_any=False, context=None):
        dump = Dump(mode, by_alias, exclude_unset, exclude_defaults, exclude_none, round_trip, context, serialize_as_any)
        return dump.with_plan(self._plan, instance, include, exclude)

    def dump_json(self, instance, /, *, indent=None, **options):
        from ._json_functions import json_text

        return json_text(self.dump_python(instance, mode="json", **options), indent).encode()

    def json_schema(self, *, by_alias=True, ref_template="#/$defs/{model}", schema_generator=None, mode="validation"):
        from .json_schema import type_json_schema

        return type_json_schema(self._type, by_alias, ref_template, mode)

    def get_default_value(self, *, strict=None, context=None):
        return None

    def rebuild(self, **options):
        return None


def _title(hint, plan):
    from ._model_class import ModelMetaclass

    return hint.__name__ if isinstance(hint, ModelMetaclass) or hasattr(hint, "__total__") or hasattr(hint, "__dataclass_fields__") else plan.name
