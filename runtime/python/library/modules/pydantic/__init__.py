# SPDX-License-Identifier: MIT
"""Data validation by annotations, as the package pydantic (version 2.10) does it.

A model's annotations are compiled once into functions (`_compile`, `_model_plan`); an instance is made by calling them. What
most programs import is here at once; the other names are loaded when they are asked for."""

from ._core import PydanticUndefined
from ._functions import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    PlainValidator,
    ValidationInfo,
    WrapSerializer,
    WrapValidator,
    field_serializer,
    field_validator,
    model_serializer,
    model_validator,
)
from ._validation_error import ValidationError
from .config import ConfigDict
from .errors import PydanticImportError, PydanticSchemaGenerationError, PydanticUndefinedAnnotation, PydanticUserError
from .fields import Field, PrivateAttr, computed_field
from .main import BaseModel, create_model

VERSION = __version__ = "2.10.6"

_PLACES = {
    "_aliases": "AliasPath AliasChoices AliasGenerator",
    "_tagged": "Discriminator Tag",
    "_validators_of_1": "validator root_validator",
    "_serializers": "SerializationInfo FieldSerializationInfo",
    "root_model": "RootModel",
    "type_adapter": "TypeAdapter",
    "validate_call_decorator": "validate_call",
    "warnings": "PydanticDeprecatedSince20 PydanticDeprecationWarning PydanticExperimentalWarning",
    "networks": (
        "AnyUrl AnyHttpUrl HttpUrl FileUrl FtpUrl WebsocketUrl AnyWebsocketUrl UrlConstraints EmailStr NameEmail IPvAnyAddress "
        "PostgresDsn RedisDsn MongoDsn MySQLDsn AmqpDsn KafkaDsn validate_email"
    ),
    "types": (
        "Strict StrictStr StrictBytes StrictInt StrictFloat StrictBool conint confloat constr conbytes conlist conset confrozenset "
        "condate condecimal PositiveInt NegativeInt NonNegativeInt NonPositiveInt PositiveFloat NegativeFloat NonNegativeFloat "
        "NonPositiveFloat FiniteFloat AllowInfNan StringConstraints SecretStr SecretBytes Secret Json UUID1 UUID3 UUID4 UUID5 FilePath "
        "DirectoryPath NewPath PastDate FutureDate PastDatetime FutureDatetime AwareDatetime NaiveDatetime ByteSize InstanceOf "
        "SkipValidation ImportString OnErrorOmit SerializeAsAny FailFast Base64Str Base64Bytes"
    ),
}
_PLACE_OF = {name: place for place, names in _PLACES.items() for name in names.split()}

__all__ = [
    "AfterValidator", "BaseModel", "BeforeValidator", "ConfigDict", "Field", "PlainSerializer", "PlainValidator", "PrivateAttr",
    "PydanticUserError", "ValidationError", "ValidationInfo", "WrapSerializer", "WrapValidator", "computed_field", "create_model",
    "field_serializer", "field_validator", "model_serializer", "model_validator", *_PLACE_OF,
]


def __getattr__(name):
    place = _PLACE_OF.get(name)
    if place is None:
        if name in ("dataclasses", "types", "networks", "json_schema", "alias_generators", "functional_validators", "v1"):
            import importlib

            return importlib.import_module(f"pydantic.{name}")
        from ._moved import explain

        explain(name)
    import importlib

    value = getattr(importlib.import_module(f"pydantic.{place}"), name)
    globals()[name] = value
    return value
