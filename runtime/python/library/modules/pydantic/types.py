# SPDX-License-Identifier: MIT
"""Types with constraints in their name: PositiveInt, constr(), StrictBool, SecretStr, PastDate..."""

import typing
from typing import Annotated

from annotated_types import BaseMetadata

from ._core import LAX, Invalid, Line, OmitValue, Plan, invalid
from ._tagged import Discriminator, Tag
from .fields import FieldInfo

_T = typing.TypeVar("AnyType")


class Strict(BaseMetadata):
    __slots__ = ("strict",)
    _names = ("strict",)

    def __init__(self, strict=True):
        self.strict = strict


class AllowInfNan(BaseMetadata):
    __slots__ = ("allow_inf_nan",)
    _names = ("allow_inf_nan",)

    def __init__(self, allow_inf_nan=True):
        self.allow_inf_nan = allow_inf_nan



def _limited(base, **limits):
    given = {name: value for name, value in limits.items() if value is not None}
    return Annotated[base, FieldInfo(**given)] if given else base


StrictStr, StrictBytes, StrictInt, StrictFloat, StrictBool = (Annotated[cls, Strict(True)] for cls in (str, bytes, int, float, bool))
PositiveInt, PositiveFloat = _limited(int, gt=0), _limited(float, gt=0)
NegativeInt, NegativeFloat = _limited(int, lt=0), _limited(float, lt=0)
NonNegativeInt, NonNegativeFloat = _limited(int, ge=0), _limited(float, ge=0)
NonPositiveInt, NonPositiveFloat = _limited(int, le=0), _limited(float, le=0)
FiniteFloat = Annotated[float, AllowInfNan(False)]


def conint(*, strict=None, gt=None, ge=None, lt=None, le=None, multiple_of=None):
    return _limited(int, strict=strict, gt=gt, ge=ge, lt=lt, le=le, multiple_of=multiple_of)


def confloat(*, strict=None, gt=None, ge=None, lt=None, le=None, multiple_of=None, allow_inf_nan=None):
    return _limited(float, strict=strict, gt=gt, ge=ge, lt=lt, le=le, multiple_of=multiple_of, allow_inf_nan=allow_inf_nan)


def constr(*, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None, max_length=None, pattern=None):
    return Annotated[str, StringConstraints(strip_whitespace, to_upper, to_lower, strict, min_length, max_length, pattern)]


def conbytes(*, min_length=None, max_length=None, strict=None):
    return _limited(bytes, strict=strict, min_length=min_length, max_length=max_length)


def conlist(item_type, *, min_length=None, max_length=None, unique_items=None):
    return _limited(list[item_type], min_length=min_length, max_length=max_length)


def conset(item_type, *, min_length=None, max_length=None):
    return _limited(set[item_type], min_length=min_length, max_length=max_length)


def confrozenset(item_type, *, min_length=None, max_length=None):
    return _limited(frozenset[item_type], min_length=min_length, max_length=max_length)


def condecimal(*, strict=None, gt=None, ge=None, lt=None, le=None, multiple_of=None, max_digits=None, decimal_places=None, allow_inf_nan=None):
    from decimal import Decimal

    return _limited(Decimal, strict=strict, gt=gt, ge=ge, lt=lt, le=le, multiple_of=multiple_of, max_digits=max_digits, decimal_places=decimal_places)


def condate(*, strict=None, gt=None, ge=None, lt=None, le=None):
    from datetime import date

    return _limited(date, strict=strict, gt=gt, ge=ge, lt=lt, le=le)


class StringConstraints:
    def __init__(self, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None, max_length=None, pattern=None):
        self.strip_whitespace = strip_whitespace
        self.to_upper = to_upper
        self.to_lower = to_lower
        self.strict = strict
        self.min_length = min_length
        self.max_length = max_length
        self.pattern = pattern

    def limits(self):
        return {name: value for name, value in vars(self).items() if value is not None}


class _Wrapper:
    """Metadata of Annotated that changes the plan of the type before it."""

    def __init__(self, wrap, name):
        self.__pydantic_plan__ = wrap
        self.name = name

    def __repr__(self):
        return self.name


def _after(check, name):
    def wrap(plan, scope):
        inner = plan.validate

        def validate(value, run):
            return check(inner(value, run), value)

        return Plan(validate, plan.name, plan.kind, plan.serialize)

    return _Wrapper(wrap, name)


class SecretStr:
    """Text that does not show itself."""

    _kind = str

    def __init__(self, secret_value):
        self._secret_value = secret_value

    def get_secret_value(self):
        return self._secret_value

    def __len__(self):
        return len(self._secret_value)

    def __eq__(self, other):
        return isinstance(other, self.__class__) and self._secret_value == other._secret_value

    def __hash__(self):
        return hash(self._secret_value)

    def _display(self):
        return "**********" if self._secret_value else ""

    def __str__(self):
        return str(self._display())

    def __repr__(self):
        return f"{type(self).__name__}({self._display()!r})"

    @classmethod
    def __pydantic_type_plan__(cls, scope):
        from ._scalars import PLANS

        inner = PLANS[cls._kind].validate
        return Plan(lambda value, run: value if isinstance(value, cls) else cls(inner(value, run)), cls.__name__, cls._kind.__name__, cls._dumped)

    @staticmethod
    def _dumped(value, dump, include, exclude):
        return str(value) if dump.json else value

    @staticmethod
    def __pydantic_serialize__(value, dump, include=None, exclude=None):
        return str(value) if dump.json else value


class SecretBytes(SecretStr):
    _kind = bytes

    def _display(self):
        return b"**********" if self._secret_value else b""


class Secret(SecretStr):
    def __class_getitem__(cls, item):
        return SecretStr if item is str else type("Secret", (SecretStr,), {"_kind": item})


class _JsonMarker:
    def __class_getitem__(cls, item):
        return Annotated[item, _Wrapper(_json_plan, "Json")]

    @classmethod
    def __pydantic_type_plan__(cls, scope):
        from ._scalars import ANY

        return _json_plan(ANY, scope)


def _json_plan(plan, scope):
    inner = plan.validate

    def validate(value, run):
        from ._json_functions import parsed
        from ._validation_error import ValidationError

        try:
            return inner(parsed(value, ""), run)
        except ValidationError as error:
            raise Invalid(error._lines) from None

    return Plan(validate, f"json[{plan.name}]", plan.kind, plan.serialize)


Json = _JsonMarker


def _uuid(version):
    def check(result, value):
        if result.version != version:
            raise invalid("uuid_version", value, expected_version=version)
        return result

    return _after(check, f"UuidVersion({version})")


def _past_date(result, value):
    from datetime import date

    if result >= date.today():
        raise invalid("date_past", value)
    return result


def _future_date(result, value):
    from datetime import date

    if result <= date.today():
        raise invalid("date_future", value)
    return result


def _past_moment(result, value):
    from datetime import datetime

    if result >= datetime.now(result.tzinfo):
        raise invalid("datetime_past", value)
    return result


def _future_moment(result, value):
    from datetime import datetime

    if result <= datetime.now(result.tzinfo):
        raise invalid("datetime_future", value)
    return result


def _aware(result, value):
    if result.tzinfo is None:
        raise invalid("timezone_aware", value)
    return result


def _naive(result, value):
    if result.tzinfo is not None:
        raise invalid("timezone_naive", value)
    return result


def _file(result, value):
    if not result.is_file():
        raise Invalid([Line("path_not_file", value, None, "Path does not point to a file")])
    return result


def _directory(result, value):
    if not result.is_dir():
        raise Invalid([Line("path_not_directory", value, None, "Path does not point to a directory")])
    return result


def _new_path(result, value):
    if result.exists():
        raise Invalid([Line("path_exists", value, None, "Path already exists")])
    if not result.parent.exists():
        raise Invalid([Line("parent_does_not_exist", value, None, "Parent directory does not exist")])
    return result


_LATER = {
    "PastDate": ("date", _past_date),
    "FutureDate": ("date", _future_date),
    "PastDatetime": ("datetime", _past_moment),
    "FutureDatetime": ("datetime", _future_moment),
    "AwareDatetime": ("datetime", _aware),
    "NaiveDatetime": ("datetime", _naive),
}


def __getattr__(name):
    """Types over classes of modules that are imported only now."""
    if name in _LATER:
        import datetime

        base, check = _LATER[name]
        made = Annotated[getattr(datetime, base), _after(check, name)]
    elif name in ("UUID1", "UUID3", "UUID4", "UUID5"):
        import uuid

        made = Annotated[uuid.UUID, _uuid(int(name[4]))]
    elif name in ("FilePath", "DirectoryPath", "NewPath"):
        import pathlib

        check = {"FilePath": _file, "DirectoryPath": _directory, "NewPath": _new_path}[name]
        made = Annotated[pathlib.Path, _after(check, name)]
    elif name in ("Base64Str", "Base64Bytes"):
        made = _base64(str if name == "Base64Str" else bytes)
    else:
        raise AttributeError(f"module 'pydantic.types' has no attribute {name!r}")
    globals()[name] = made
    return made


def _base64(kind):
    import base64

    def wrap(plan, scope):
        def validate(value, run):
            data = value.encode() if isinstance(value, str) else value
            try:
                result = base64.decodebytes(data)
            except ValueError as error:
                raise Invalid([Line("base64_decode", value, {"error": str(error)}, "Base64 decoding error: '{error}'")]) from None
            return result.decode() if kind is str else result

        def serialize(value, dump, include, exclude):
            data = base64.encodebytes(value.encode() if isinstance(value, str) else value)
            return data.decode() if kind is str else data

        return Plan(validate, plan.name, plan.kind, serialize)

    return Annotated[kind, _Wrapper(wrap, "Base64")]


_UNITS = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "tb": 10**12, "kib": 2**10, "mib": 2**20, "gib": 2**30, "tib": 2**40}


class ByteSize(int):
    """A number of bytes, also from texts such as 1.5 GiB."""

    @classmethod
    def __pydantic_type_plan__(cls, scope):
        import re

        def validate(value, run):
            run.fit = LAX
            match = re.match(r"\s*(\d*\.?\d+)\s*(\w+)?", str(value), re.IGNORECASE)
            if not match:
                raise Invalid([Line("byte_size", value, None, "could not parse value and unit from byte string")])
            unit = (match[2] or "").lower()
            if unit not in _UNITS:
                raise Invalid([Line("byte_size_unit", value, {"unit": match[2]}, "could not interpret byte unit: {unit}")])
            return cls(float(match[1]) * _UNITS[unit])

        return Plan(validate, "byte-size", "int")

    def human_readable(self, decimal=False, separator=""):
        step, units = (1000, ("B", "KB", "MB", "GB", "TB", "PB")) if decimal else (1024, ("B", "KiB", "MiB", "GiB", "TiB", "PiB"))
        number = float(self)
        for unit in units:
            if abs(number) < step:
                return f"{number:0.0f}{separator}{unit}" if unit == "B" else f"{number:0.1f}{separator}{unit}"
            number /= step
        return f"{number:0.1f}{separator}{'EB' if decimal else 'EiB'}"

    def to(self, unit):
        return float(self / _UNITS[unit.lower()])


class InstanceOf:
    def __class_getitem__(cls, item):
        from ._scalars import instance_plan

        return Annotated[item, _Wrapper(lambda plan, scope: instance_plan(item), "InstanceOf")] if _compiles(item) else _Instance(item)


def _compiles(item):
    from ._annotations import Scope
    from ._compile import compile_type

    try:
        compile_type(item, Scope())
    except TypeError:
        return False
    return True


def _Instance(item):
    from ._scalars import instance_plan

    return Annotated[typing.Any, _Wrapper(lambda plan, scope: instance_plan(item), "InstanceOf")]


class SkipValidation:
    def __class_getitem__(cls, item):
        return Annotated[typing.Any, _Wrapper(lambda plan, scope: plan, "SkipValidation")]


class SerializeAsAny:
    def __class_getitem__(cls, item):
        return Annotated[item, _Wrapper(lambda plan, scope: Plan(plan.validate, plan.name, plan.kind), "SerializeAsAny")]


def _omitting(plan, scope):
    inner = plan.validate

    def validate(value, run):
        try:
            return inner(value, run)
        except Invalid:
            raise OmitValue from None

    return Plan(validate, plan.name, plan.kind, plan.serialize)


class OnErrorOmit:
    def __class_getitem__(cls, item):
        return Annotated[item, _Wrapper(_omitting, "OnErrorOmit")]


class FailFast(BaseMetadata):
    __slots__ = ("fail_fast",)
    _names = ("fail_fast",)

    def __init__(self, fail_fast=True):
        self.fail_fast = fail_fast


class ImportString:
    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def __pydantic_type_plan__(cls, scope):
        def validate(value, run):
            if not isinstance(value, str):
                return value
            import importlib

            module, _, name = value.replace(":", ".").rpartition(".")
            try:
                return getattr(importlib.import_module(module), name) if module else importlib.import_module(name)
            except (ImportError, AttributeError) as error:
                raise Invalid([Line("import_error", value, {"error": str(error)}, "Invalid python path: {error}")]) from None

        return Plan(validate, "import-string")


PaymentCardNumber = str
