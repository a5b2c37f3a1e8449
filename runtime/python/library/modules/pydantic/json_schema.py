# SPDX-License-Identifier: MIT
"""JSON Schema of models and types, as pydantic writes it. Loaded when a program or /openapi.json asks for it."""

import collections
import collections.abc
import types
import typing
from enum import Enum

from ._annotations import is_text, scope_of_class
from ._core import MISSING
from ._dump import Dump, infer
from ._structures import _field_of
from .fields import FieldInfo

_SIMPLE = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    bytes: {"format": "binary", "type": "string"},
    list: {"items": {}, "type": "array"},
    tuple: {"items": {}, "type": "array"},
    set: {"items": {}, "type": "array", "uniqueItems": True},
    frozenset: {"items": {}, "type": "array", "uniqueItems": True},
    dict: {"type": "object"},
    collections.deque: {"items": {}, "type": "array"},
}
_FORMATS = {
    "datetime": "date-time",
    "date": "date",
    "time": "time",
    "timedelta": "duration",
    "UUID": "uuid",
    "Path": "path",
    "EmailStr": "email",
    "NameEmail": "name-email",
    "Pattern": "regex",
    "IPvAnyAddress": "ipvanyaddress",
    "IPv4Address": "ipv4",
    "IPv6Address": "ipv6",
}
_ARRAYS = (list, collections.deque, collections.abc.Sequence, collections.abc.Iterable, collections.abc.MutableSequence)
_OBJECTS = (dict, collections.abc.Mapping, collections.abc.MutableMapping, collections.defaultdict, collections.OrderedDict)
_LIMITS = {
    "gt": "exclusiveMinimum", "ge": "minimum", "lt": "exclusiveMaximum", "le": "maximum", "multiple_of": "multipleOf", "pattern": "pattern",
}


class Schemas:
    """Schemas of several types, with the definitions that they share."""

    def __init__(self, ref_template="#/$defs/{model}", mode="validation", by_alias=True):
        self.ref_template = ref_template
        self.mode = mode
        self.by_alias = by_alias
        self.definitions = {}
        self._names = {}

    def reference(self, cls, make):
        """A reference to the definition of `cls`, which is made when it is first named."""
        name = self._names.get(cls)
        if name is None:
            name = "".join(letter if letter.isalnum() or letter in "._-" else "_" for letter in cls.__name__)
            if name in self.definitions:
                name = f"{cls.__module__}__{cls.__qualname__}".replace(".", "__")
            self._names[cls] = name
            self.definitions[name] = {}
            self.definitions[name] = make(cls)
        return {"$ref": self.ref_template.format(model=name)}

    def of(self, hint, scope=None, limits=None):
        if is_text(hint):
            hint = scope.evaluate(hint)
        schema = self._of(hint, scope, limits or {})
        return schema

    def _of(self, hint, scope, limits):
        if hint is None:
            hint = type(None)
        if hint is typing.Any or hint is object:
            return {}
        if isinstance(hint, typing.TypeVar):
            bound = (scope.variables if scope else {}).get(hint, hint.__bound__)
            return {} if bound is None else self.of(bound, scope, limits)
        if isinstance(hint, typing.TypeAliasType):
            return self.of(hint.__value__, scope, limits)
        origin = typing.get_origin(hint)
        if origin is typing.Annotated:
            return self.of_annotated(hint, scope, limits)
        if origin is not None:
            return _limited(self._generic(hint, origin, typing.get_args(hint), scope, limits), limits)
        return _limited(self._class(hint, scope), limits)

    def of_annotated(self, hint, scope, limits):
        field = _field_of(hint)
        schema = self.of_field(field, scope, {**field.limits, **limits})
        return schema

    def of_field(self, field, scope, limits=None, title=None):
        """A field's type with what it says about itself."""
        limits = dict(field.limits if limits is None else limits)
        override = None
        for item in field.metadata:
            given = getattr(item, "limits", None)
            if callable(given) and not hasattr(item, "func"):
                limits.update(given())
            elif hasattr(item, "when_used") and self.mode == "serialization":
                returned = item.return_type or getattr(item.func, "__annotations__", {}).get("return")
                override = {} if returned is None else self.of(returned, scope)
            elif hasattr(item, "json_schema") and isinstance(item.json_schema, dict):
                override = {**(override or self.of(field.annotation, scope, limits)), **item.json_schema}
        schema = dict(self.of(field.annotation, scope, limits) if override is None else override)
        if field.discriminator is not None and "anyOf" in schema:
            schema["oneOf"] = schema.pop("anyOf")
            if isinstance(field.discriminator, str):
                schema["discriminator"] = self._discriminator(field, schema)
        if title is not None and "$ref" not in schema and not _is_optional_reference(schema) and field.title is None:
            schema["title"] = title
        if field.title is not None:
            schema["title"] = field.title
        if field.description:
            schema["description"] = field.description
        if field.examples:
            schema["examples"] = infer(list(field.examples), Dump("json"), None, None)
        if field.deprecated:
            schema["deprecated"] = True
        if callable(field.json_schema_extra):
            field.json_schema_extra(schema)
        elif field.json_schema_extra:
            schema.update(infer(dict(field.json_schema_extra), Dump("json"), None, None))
        return schema

    def _discriminator(self, field, schema):
        mapping = {}
        for arg, each in zip([arg for arg in typing.get_args(field.annotation) if arg is not type(None)], schema["oneOf"]):
            literal = arg.model_fields[field.discriminator].annotation
            for tag in typing.get_args(literal):
                mapping[tag] = each.get("$ref")
        return {"mapping": mapping, "propertyName": field.discriminator}

    def _generic(self, hint, origin, args, scope, limits):
        if origin is typing.Union or origin is types.UnionType:
            inner_limits = {name: value for name, value in limits.items()}
            rest = [self.of(arg, scope, inner_limits if arg is not type(None) else None) for arg in args]
            for name in list(limits):
                limits.pop(name)
            unique = [each for index, each in enumerate(rest) if each not in rest[:index]]
            return unique[0] if len(unique) == 1 else {"anyOf": unique}
        if origin is typing.Literal:
            return _values_schema([value.value if isinstance(value, Enum) else value for value in args])
        if origin in (typing.ClassVar, typing.Final, typing.Required, typing.NotRequired):
            return self.of(args[0], scope)
        if origin is tuple:
            if len(args) == 2 and args[1] is ...:
                return {"items": self.of(args[0], scope), "type": "array"}
            items = [self.of(arg, scope) for arg in args if arg != ()]
            return {"maxItems": len(items), "minItems": len(items), "prefixItems": items, "type": "array"}
        if origin in (set, frozenset, collections.abc.Set):
            return {"items": self.of(args[0], scope), "type": "array", "uniqueItems": True}
        if origin in _ARRAYS:
            return {"items": self.of(args[0], scope), "type": "array"}
        if origin in _OBJECTS:
            value = self.of(args[1], scope)
            return {"additionalProperties": value, "type": "object"} if value else {"type": "object"}
        if isinstance(origin, type):
            return self._class(origin, scope)
        return {}

    def _class(self, hint, scope):
        if hint in _SIMPLE:
            return dict(_SIMPLE[hint])
        if not isinstance(hint, type):
            return {}
        if hasattr(hint, "__pydantic_fields__"):
            return self.reference(hint, self.model)
        if issubclass(hint, Enum):
            return self.reference(hint, _enum_schema)
        if hasattr(hint, "__dataclass_fields__"):
            return self.reference(hint, self._dataclass)
        if hasattr(hint, "__total__"):
            return self.reference(hint, self._typed_dict)
        return self._known_class(hint)

    def _known_class(self, hint):
        name = hint.__name__
        if name == "Decimal":
            return {"type": "string"} if self.mode == "serialization" else {"anyOf": [{"type": "number"}, {"type": "string"}]}
        if name in ("SecretStr", "SecretBytes"):
            return {"format": "password", "type": "string", "writeOnly": True}
        if name == "UploadFile":
            return {"format": "binary", "type": "string"}
        if hasattr(hint, "_max_length") and hasattr(hint, "_schemes"):
            more = {"maxLength": hint._max_length} if hint._max_length else {}
            return {"format": "uri", **more, "minLength": 1, "type": "string"}
        for base in hint.__mro__:
            if base.__name__ in _FORMATS:
                return {"format": _FORMATS[base.__name__], "type": "string"}
        for base in (bool, int, float, str, bytes):
            if issubclass(hint, base):
                return dict(_SIMPLE[base])
        return {}

    def model(self, cls):
        config = cls.model_config
        scope = scope_of_class(cls, config)
        scope.variables = cls.__pydantic_variables__
        if cls.__pydantic_root_model__:
            field = cls.__pydantic_fields__["root"]
            schema = self.of_field(field, scope)
            schema["title"] = config.get("title") or cls.__name__
            return _with_description(schema, cls)
        properties, required = {}, []
        for name, field in cls.__pydantic_fields__.items():
            alias = (field.serialization_alias if self.mode == "serialization" else field.validation_alias) if self.by_alias else None
            shown = alias if isinstance(alias, str) else name
            title = shown.replace("_", " ").title() if alias else name.replace("_", " ").title()
            schema = self.of_field(field, scope, None, title)
            if field.default is not MISSING:
                try:
                    schema["default"] = infer(field.default, Dump("json"), None, None)
                except Exception:
                    pass
            properties[shown] = schema
            if field.is_required():
                required.append(shown)
        if self.mode == "serialization":
            for name, info in cls.__pydantic_computed_fields__.items():
                hint = info.return_type
                schema = {} if hint is MISSING else dict(self.of(hint, scope))
                schema["title"] = info.title or name.replace("_", " ").title()
                if info.description:
                    schema["description"] = info.description
                schema["readOnly"] = True
                properties[info.alias or name] = schema
                required.append(info.alias or name)
        schema = {"properties": properties, "title": config.get("title") or cls.__name__, "type": "object"}
        if required:
            schema["required"] = required
        if config.get("extra") in ("forbid", "allow"):
            schema["additionalProperties"] = config["extra"] == "allow"
        _with_description(schema, cls)
        extra = config.get("json_schema_extra")
        if callable(extra):
            extra(schema)
        elif extra:
            schema.update(infer(dict(extra), Dump("json"), None, None))
        return schema

    def _dataclass(self, cls):
        import dataclasses

        scope = scope_of_class(cls)
        properties, required = {}, []
        for item in dataclasses.fields(cls):
            field = _field_of(scope.evaluate(item.type))
            schema = self.of_field(field, scope, None, item.name.replace("_", " ").title())
            if item.default is not dataclasses.MISSING:
                schema["default"] = infer(item.default, Dump("json"), None, None)
            elif item.default_factory is dataclasses.MISSING:
                required.append(item.name)
            properties[item.name] = schema
        schema = {"properties": properties, "title": cls.__name__, "type": "object"}
        return {**schema, "required": required} if required else schema

    def _typed_dict(self, cls):
        scope = scope_of_class(cls)
        properties = {}
        for name, hint in cls.__annotations__.items():
            properties[name] = self.of_field(_field_of(scope.evaluate(hint)), scope, None, name.replace("_", " ").title())
        schema = {"properties": properties, "title": cls.__name__, "type": "object"}
        required = [name for name in properties if name in cls.__required_keys__]
        return {**schema, "required": required} if required else schema


def _is_optional_reference(schema):
    choices = schema.get("anyOf")
    return bool(choices) and len(choices) == 2 and {"type": "null"} in choices and any("$ref" in each for each in choices)


def _with_description(schema, cls):
    import inspect

    text = cls.__dict__.get("__doc__")
    if text:
        schema["description"] = inspect.cleandoc(text)
    return schema


def _enum_schema(cls):
    schema = {**_values_schema([member.value for member in cls]), "title": cls.__name__}
    if "const" in schema:
        schema["enum"] = [schema["const"]]
    text = cls.__dict__.get("__doc__")
    if text and text != "An enumeration.":
        import inspect

        schema["description"] = inspect.cleandoc(text)
    return schema


def _values_schema(values):
    schema = {"const": values[0]} if len(values) == 1 else {"enum": values}
    for cls, name in ((str, "string"), (bool, "boolean"), (int, "integer"), (float, "number")):
        if all(type(value) is cls or cls is not bool and isinstance(value, cls) and not isinstance(value, bool) for value in values):
            schema["type"] = name
            break
    return schema


def _limited(schema, limits):
    kind = schema.get("type")
    for name, word in _LIMITS.items():
        if limits.get(name) is not None:
            value = limits[name]
            if kind == "number" and type(value) is int:
                value = float(value)
            schema[word] = value if name != "pattern" or isinstance(value, str) else value.pattern
    for end, word in (("min", "min"), ("max", "max")):
        value = limits.get(f"{end}_length")
        if value is not None:
            schema[word + {"array": "Items", "object": "Properties"}.get(kind, "Length")] = value
    return schema


def sorted_keys(value, parent=None):
    """Keys in alphabetic order, but properties and defaults as they were written."""
    if isinstance(value, dict):
        if parent in ("properties", "default"):
            return {key: sorted_keys(each, key) if parent == "properties" else each for key, each in value.items()}
        return {key: sorted_keys(value[key], key) for key in sorted(value)}
    if isinstance(value, list):
        return [sorted_keys(each, parent) for each in value]
    return value


def _whole(schemas, schema, own_name=None):
    """A schema with its definitions; one that is only a reference to itself is put in its place."""
    import json

    if own_name is not None:
        body = schemas.definitions.pop(own_name)
        reference = schemas.ref_template.format(model=own_name)
        if json.dumps(reference) in json.dumps([body, schemas.definitions], default=str):
            schemas.definitions[own_name] = body
        else:
            schema = body
    if schemas.definitions:
        schema = {"$defs": {name: schemas.definitions[name] for name in sorted(schemas.definitions)}, **schema}
    return sorted_keys(schema)


def model_json_schema(cls, by_alias=True, ref_template="#/$defs/{model}", mode="validation"):
    schemas = Schemas(ref_template, mode, by_alias)
    schema = schemas.of(cls)
    return _whole(schemas, schema, schemas._names[cls])


def type_json_schema(hint, by_alias=True, ref_template="#/$defs/{model}", mode="validation"):
    schemas = Schemas(ref_template, mode, by_alias)
    schema = schemas.of(hint)
    own = schemas._names.get(hint) if isinstance(hint, type) else None
    return _whole(schemas, schema, own)


def models_json_schema(models, *, by_alias=True, title=None, description=None, ref_template="#/$defs/{model}", schema_generator=None):
    schemas = Schemas(ref_template, "validation", by_alias)
    by_model = {(cls, mode): schemas.of(cls) for cls, mode in models}
    whole = {"$defs": dict(sorted(schemas.definitions.items()))}
    if title:
        whole["title"] = title
    if description:
        whole["description"] = description
    return by_model, sorted_keys(whole)


class GenerateJsonSchema:
    pass


class SkipJsonSchema:
    def __class_getitem__(cls, item):
        return item


class WithJsonSchema:
    def __init__(self, json_schema, mode=None):
        self.json_schema = json_schema
        self.mode = mode
