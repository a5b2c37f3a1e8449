# SPDX-License-Identifier: MIT
"""get_openapi: the routes of an application as an OpenAPI document."""

import http

from pydantic._core import MISSING
from pydantic.json_schema import Schemas, sorted_keys

from .. import routing
from .._dependant import flat_dependants
from .._endpoint import embeds
from .._fields import without_annotated
from ..datastructures import Default
from ..encoders import jsonable_encoder
from ..utils import deep_dict_update, is_body_allowed_for_status_code

REF_PREFIX = "#/components/schemas/"
_WITH_BODY = {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"}
_RANGES = {"1XX": "Information", "2XX": "Success", "3XX": "Redirection", "4XX": "Client Error", "5XX": "Server Error", "DEFAULT": "Default Response"}
_VALIDATION_ERROR = {
    "properties": {
        "loc": {"items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}, "type": "array", "title": "Location"},
        "msg": {"type": "string", "title": "Message"},
        "type": {"type": "string", "title": "Error Type"},
    },
    "type": "object",
    "required": ["loc", "msg", "type"],
    "title": "ValidationError",
}
_HTTP_VALIDATION_ERROR = {
    "properties": {"detail": {"items": {"$ref": REF_PREFIX + "ValidationError"}, "type": "array", "title": "Detail"}},
    "type": "object",
    "title": "HTTPValidationError",
}
# The order in which FastAPI's own models of OpenAPI list a schema's keys.
_KEYS = (
    "$ref $defs allOf anyOf oneOf prefixItems items properties patternProperties additionalProperties propertyNames type enum const "
    "multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties "
    "minProperties required format title description default deprecated readOnly writeOnly examples discriminator"
).split()
# In operations schemas are as pydantic's generator makes them.
_OPERATION_KEYS = (
    "$ref type format enum const items prefixItems anyOf oneOf allOf additionalProperties uniqueItems maxItems minItems maxLength "
    "minLength pattern multipleOf maximum exclusiveMaximum minimum exclusiveMinimum description deprecated examples default title"
).split()
_OPERATION_RANK = {key: rank for rank, key in enumerate(_OPERATION_KEYS)}
_RANK = {key: rank for rank, key in enumerate(_KEYS)}


def _ordered(schema, parent=None, rank=_RANK):
    if isinstance(schema, dict):
        if parent in ("properties", "default", "examples", "mapping"):
            return {key: _ordered(each, None, rank) if parent == "properties" else each for key, each in schema.items()}
        present = [key for key in schema if schema[key] is not None]
        return {key: _ordered(schema[key], key, rank) for key in sorted(present, key=lambda key: rank.get(key, 99))}
    if isinstance(schema, list) and parent not in ("default", "examples", "enum"):
        return [_ordered(each, None, rank) for each in schema]
    return schema


class _Document:
    def __init__(self):
        self.incoming = Schemas(REF_PREFIX + "{model}-Input", "validation")
        self.outgoing = Schemas(REF_PREFIX + "{model}-Output", "serialization")
        self.operation_ids = set()
        self.security = {}
        self.has_422 = False

    def operation_id(self, route):
        name = route.operation_id or route.unique_id
        if name in self.operation_ids:
            import warnings

            message = f"Duplicate Operation ID {name} for function {route.endpoint.__name__}"
            file = getattr(getattr(route.endpoint, "__globals__", None), "get", {}.get)("__file__")
            warnings.warn(f"{message} at {file}" if file else message, stacklevel=1)
        self.operation_ids.add(name)
        return name

    def field(self, field):
        """A parameter's or a body's schema."""
        info = field.field_info
        schema = self.incoming.of_field(_typed(info, field), None, None, field.alias.replace("_", " ").title())
        if info.default is not MISSING and info.default is not ... and not field.required and info.default_factory is None:
            if info.default is not None:
                schema["default"] = jsonable_encoder(info.default)
        return _ordered(schema, None, _OPERATION_RANK)

    def differing(self):
        """Models that read and write differently, themselves or in what they contain: these are described twice."""
        one, other = self.incoming.definitions, self.outgoing.definitions
        both = [name for name in one if name in other]
        names = {name for name in both if _named(one[name], set()) != _named(other[name], set())}
        while more := {name for name in both if name not in names and _references(one[name]) & names}:
            names |= more
        return names

    def definitions(self, differing):
        result = {}
        for schemas, suffix in ((self.incoming, "-Input"), (self.outgoing, "-Output")):
            for name, schema in schemas.definitions.items():
                result[name + suffix if name in differing else name] = _with_float_bounds(_named(schema, differing))
        if self.has_422:
            result["ValidationError"], result["HTTPValidationError"] = _VALIDATION_ERROR, _HTTP_VALIDATION_ERROR
        return {name: _ordered(sorted_keys(result[name])) for name in sorted(result)}


def _references(schema):
    """The names of the models that a schema refers to."""
    if isinstance(schema, dict):
        own = schema.get("$ref")
        found = {own.removeprefix(REF_PREFIX).rpartition("-")[0]} if isinstance(own, str) else set()
        return found.union(*(_references(each) for each in schema.values()))
    return set().union(*(_references(each) for each in schema)) if isinstance(schema, list) else set()


def _named(value, differing):
    """References by their final names: -Input and -Output only where they differ."""
    if isinstance(value, dict):
        return {key: _named(each, differing) for key, each in value.items()}
    if isinstance(value, list):
        return [_named(each, differing) for each in value]
    if isinstance(value, str) and value.startswith(REF_PREFIX):
        name, _, way = value.removeprefix(REF_PREFIX).rpartition("-")
        if way in ("Input", "Output") and name not in differing:
            return REF_PREFIX + name
    return value


_BOUNDS = ("maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf")


def _with_float_bounds(value):
    if isinstance(value, dict):
        return {
            key: float(each) if key in _BOUNDS and type(each) is int else _with_float_bounds(each) for key, each in value.items()
        }
    return [_with_float_bounds(each) for each in value] if isinstance(value, list) else value


def _typed(info, field):
    copy = info.copy()
    copy.annotation = field.hint
    return copy


def _operation(document, route, method):
    operation = {}
    if route.tags:
        operation["tags"] = [getattr(tag, "value", tag) for tag in route.tags]
    operation["summary"] = route.summary or route.name.replace("_", " ").title()
    if route.description:
        operation["description"] = route.description
    operation["operationId"] = document.operation_id(route)
    flat = flat_dependants(route.dependant)
    parameters = _parameters(document, flat)
    body_fields = [field for each in flat for field in each.body_params]
    if parameters:
        operation["parameters"] = parameters
    if method in _WITH_BODY and body_fields:
        operation["requestBody"] = _request_body(document, route, body_fields)
    operation["responses"] = _responses(document, route, bool(body_fields) or any(each.fields for each in flat))
    if route.deprecated:
        operation["deprecated"] = True
    for each in flat:
        if each.security_scheme is not None:
            scheme = each.security_scheme
            document.security[scheme.scheme_name] = scheme.model
            operation.setdefault("security", []).append({scheme.scheme_name: each.security_scopes})
    if route.openapi_extra:
        deep_dict_update(operation, route.openapi_extra)
    return operation


def _parameters(document, flat):
    found = {}
    for place in ("path", "query", "header", "cookie"):
        fields = [field for each in flat for field in getattr(each, f"{place}_params")]
        for field in _unfolded(fields):
            info = field.field_info
            if not getattr(info, "include_in_schema", True):
                continue
            parameter = {"name": field.alias, "in": place, "required": field.required, "schema": document.field(field)}
            if info.description:
                parameter["description"] = info.description
            if getattr(info, "openapi_examples", None):
                parameter["examples"] = jsonable_encoder(info.openapi_examples)
            elif getattr(info, "example", MISSING) is not MISSING:
                parameter["example"] = jsonable_encoder(info.example)
            if getattr(info, "deprecated", None):
                parameter["deprecated"] = True
            key = (place, field.alias)
            if key not in found or field.required:
                found[key] = parameter
    return list(found.values())


class _Part:
    """A field of a model that stands for parameters."""

    def __init__(self, name, info, place, convert):
        self.field_info = info
        self.alias = info.alias or (name.replace("_", "-") if place == "header" and convert else name)
        self.required = info.is_required()
        self.hint = info.annotation


def _unfolded(fields):
    if len(fields) == 1 and fields[0].model is not None:
        return [_Part(name, info, fields[0].place, fields[0].convert) for name, info in fields[0].model.model_fields.items()]
    return fields


def _request_body(document, route, fields):
    first = fields[0]
    media_type = getattr(first.field_info, "media_type", "application/json")
    if any(type(field.field_info).__name__ == "File" for field in fields):
        media_type = "multipart/form-data"
    if not embeds(fields):
        schema = document.field(first)
        required = first.required
    else:
        name = f"Body_{route.unique_id}"
        properties = {field.alias: document.field(field) for field in fields}
        needed = [field.alias for field in fields if field.required]
        document.incoming.definitions[name] = {"properties": properties, "title": name, "type": "object", **({"required": needed} if needed else {})}
        schema, required = {"$ref": f"{REF_PREFIX}{name}-Input"}, bool(needed)
    content = {"schema": schema}
    info = first.field_info
    if getattr(info, "openapi_examples", None):
        content["examples"] = jsonable_encoder(info.openapi_examples)
    elif getattr(info, "example", MISSING) is not MISSING:
        content["example"] = jsonable_encoder(info.example)
    body = {"content": {media_type: content}}
    return {"required": True, **body} if required else body


def _responses(document, route, takes_input):
    cls = route.response_class.value if isinstance(route.response_class, Default) else route.response_class
    code = str(route.status_code or (307 if cls.__name__ == "RedirectResponse" else 200))
    responses = {code: {"description": route.response_description}}
    if cls.media_type and is_body_allowed_for_status_code(route.status_code):
        schema = {"type": "string"}
        if cls.media_type == "application/json":
            schema = _response_schema(document, route.response_field.hint, route.response_field.name) if route.response_field else {}
        responses[code]["content"] = {cls.media_type: {"schema": schema}}
    for extra, details in route.responses.items():
        details = dict(details)
        model = details.pop("model", None)
        key = "default" if str(extra).upper() == "DEFAULT" else str(extra).upper()
        response = responses.setdefault(key, {})
        if model is not None:
            media_type = cls.media_type or "application/json"
            schema = details.setdefault("content", {}).setdefault(media_type, {}).setdefault("schema", {})
            deep_dict_update(schema, _response_schema(document, model, f"Response_{extra}_{route.unique_id}"))
        text = _RANGES.get(str(extra).upper()) or http.HTTPStatus(int(extra)).phrase
        description = details.get("description") or response.get("description") or text
        deep_dict_update(response, details)
        response["description"] = description
    if takes_input and not any(key in responses for key in ("422", "4XX", "default")):
        document.has_422 = True
        schema = {"$ref": REF_PREFIX + "HTTPValidationError"}
        responses["422"] = {"description": "Validation Error", "content": {"application/json": {"schema": schema}}}
    return {
        key: {word: each[word] for word in ("description", "headers", "content", "links") if word in each} for key, each in responses.items()
    }


def _response_schema(document, hint, name):
    schema = dict(document.outgoing.of(hint))
    bare = without_annotated(hint)
    if "$ref" not in schema and bare is not None:
        schema.setdefault("title", name.replace("_", " ").title())
    return _ordered(schema, None, _OPERATION_RANK)


def get_openapi(*, title, version, openapi_version="3.1.0", summary=None, description=None, routes, webhooks=None, tags=None,
                servers=None, terms_of_service=None, contact=None, license_info=None, separate_input_output_schemas=True):
    info = {"title": title, "summary": summary, "description": description, "termsOfService": terms_of_service, "contact": contact,
            "license": license_info, "version": version}
    output = {"openapi": openapi_version, "info": {name: value for name, value in info.items() if value}}
    if servers:
        output["servers"] = servers
    document = _Document()
    paths, hooks = _paths(document, routes), _paths(document, webhooks)
    differing = document.differing()
    paths, hooks = _named(paths, differing), _named(hooks, differing)
    output["paths"] = paths
    if hooks:
        output["webhooks"] = hooks
    components = {}
    if definitions := document.definitions(differing):
        components["schemas"] = definitions
    if document.security:
        components["securitySchemes"] = document.security
    if components:
        output["components"] = components
    if tags:
        output["tags"] = tags
    return jsonable_encoder(output, by_alias=True)


def _paths(document, routes):
    paths = {}
    for route in routes or ():
        if isinstance(route, routing.APIRoute) and route.include_in_schema:
            for method in sorted(route.methods):
                paths.setdefault(route.path_format, {})[method.lower()] = _operation(document, route, method)
    return paths
