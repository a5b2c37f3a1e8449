# SPDX-License-Identifier: MIT
"""Path operations, and routers that collect them."""

import inspect
from enum import IntEnum

from pydantic.errors import PydanticSchemaGenerationError, PydanticUndefinedAnnotation
from starlette import routing
from starlette._functions import name_of
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, request_response

from ._dependant import get_dependant, sub_dependant
from ._endpoint import request_handler
from ._fields import ResponseField, scope_of, without_annotated
from .datastructures import Default, first_given
from .exceptions import FastAPIError
from .utils import generate_unique_id, is_body_allowed_for_status_code

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class APIRoute(routing.Route):
    def __init__(self, path, endpoint, *, response_model=Default(None), status_code=None, tags=None, dependencies=None, summary=None,
                 description=None, response_description="Successful Response", responses=None, deprecated=None, name=None, methods=None,
                 operation_id=None, response_model_include=None, response_model_exclude=None, response_model_by_alias=True,
                 response_model_exclude_unset=False, response_model_exclude_defaults=False, response_model_exclude_none=False,
                 include_in_schema=True, response_class=Default(JSONResponse), dependency_overrides_provider=None, callbacks=None,
                 openapi_extra=None, generate_unique_id_function=Default(generate_unique_id)):
        self.path = path
        self.endpoint = endpoint
        if isinstance(response_model, Default):
            returned = _return_annotation(endpoint)
            hint = without_annotated(returned)
            response_model = None if isinstance(hint, type) and issubclass(hint, Response) else returned
        self.response_model = response_model
        self.status_code = int(status_code) if isinstance(status_code, IntEnum) else status_code
        self.tags = tags or []
        self.dependencies = list(dependencies or ())
        self.summary = summary
        self.description = description or inspect.cleandoc(endpoint.__doc__ or "").split("\f")[0].strip()
        self.response_description = response_description
        self.responses = responses or {}
        self.deprecated = deprecated
        self.name = name_of(endpoint) if name is None else name
        self.operation_id = operation_id
        self.response_model_include = response_model_include
        self.response_model_exclude = response_model_exclude
        self.response_model_by_alias = response_model_by_alias
        self.response_model_exclude_unset = response_model_exclude_unset
        self.response_model_exclude_defaults = response_model_exclude_defaults
        self.response_model_exclude_none = response_model_exclude_none
        self.include_in_schema = include_in_schema
        self.response_class = response_class
        self.dependency_overrides_provider = dependency_overrides_provider
        self.callbacks = callbacks
        self.openapi_extra = openapi_extra
        self.generate_unique_id_function = generate_unique_id_function
        self.methods = {method.upper() for method in (["GET"] if methods is None else methods)}
        assert path.startswith("/"), "Routed paths must start with '/'"
        self._set_path(path)
        make_id = generate_unique_id_function.value if isinstance(generate_unique_id_function, Default) else generate_unique_id_function
        self.unique_id = operation_id or make_id(self)
        self.response_field = self._response_field(response_model)
        assert callable(endpoint), "An endpoint must be a callable"
        self.dependant = get_dependant(path=self.path_format, call=endpoint)
        for depends in self.dependencies[::-1]:
            self.dependant.dependencies.insert(0, sub_dependant(depends, self.path_format))
        self.app = request_response(self.get_route_handler())

    def _response_field(self, model):
        if model is None and self.response_model is None:
            return None
        assert is_body_allowed_for_status_code(self.status_code), f"Status code {self.status_code} must not have a response body"
        try:
            return ResponseField("Response_" + self.unique_id, model, scope_of(self.endpoint))
        except (PydanticSchemaGenerationError, PydanticUndefinedAnnotation):
            raise FastAPIError(
                f"Invalid args for response field! Hint: check that {model} is a valid Pydantic field type. If you are using a return type "
                "annotation that is not a valid Pydantic field (e.g. Union[Response, dict, None]) you can disable generating the response "
                "model from the type annotation with the path operation decorator parameter response_model=None. Read more: "
                "https://fastapi.tiangolo.com/tutorial/response-model/"
            ) from None

    def get_route_handler(self):
        options = {
            "by_alias": self.response_model_by_alias,
            "exclude_unset": self.response_model_exclude_unset,
            "exclude_defaults": self.response_model_exclude_defaults,
            "exclude_none": self.response_model_exclude_none,
        }
        include, exclude = (
            set(each) if each is not None and not isinstance(each, (dict, set)) else each
            for each in (self.response_model_include, self.response_model_exclude)
        )
        return request_handler(
            self.dependant,
            status_code=self.status_code,
            response_class=self.response_class,
            response_field=self.response_field,
            dump_options=(include, exclude, options),
            overrides_provider=self.dependency_overrides_provider,
        )

    def matches(self, scope):
        match, child = super().matches(scope)
        if child:
            child["route"] = self
        return match, child


def _return_annotation(endpoint):
    hint = inspect.signature(endpoint).return_annotation
    if hint is inspect.Signature.empty:
        return None
    if isinstance(hint, str):
        hint = scope_of(inspect.unwrap(endpoint)).evaluate(hint)
    return type(None) if hint is None else hint


class APIWebSocketRoute(routing.WebSocketRoute):
    def __init__(self, path, endpoint, *, name=None, dependencies=None, dependency_overrides_provider=None):
        super().__init__(path, endpoint, name=name)
        self.dependencies = list(dependencies or ())


class APIRouter(routing.Router):
    def __init__(self, *, prefix="", tags=None, dependencies=None, default_response_class=Default(JSONResponse), responses=None,
                 callbacks=None, routes=None, redirect_slashes=True, default=None, dependency_overrides_provider=None,
                 route_class=APIRoute, on_startup=None, on_shutdown=None, lifespan=None, deprecated=None, include_in_schema=True,
                 generate_unique_id_function=Default(generate_unique_id)):
        super().__init__(routes, redirect_slashes, default, on_startup, on_shutdown, lifespan)
        if prefix:
            assert prefix.startswith("/"), "A path prefix must start with '/'"
            assert not prefix.endswith("/"), "A path prefix must not end with '/', as the routes will start with '/'"
        self.prefix = prefix
        self.tags = tags or []
        self.dependencies = list(dependencies or ())
        self.deprecated = deprecated
        self.include_in_schema = include_in_schema
        self.responses = responses or {}
        self.callbacks = callbacks or []
        self.dependency_overrides_provider = dependency_overrides_provider
        self.route_class = route_class
        self.default_response_class = default_response_class
        self.generate_unique_id_function = generate_unique_id_function

    def on_event(self, event_type):
        warn_of_on_event()
        return self._on_event(event_type)

    def _on_event(self, event_type):
        return super().on_event(event_type)

    def route(self, path, methods=None, name=None, include_in_schema=True):
        def decorate(function):
            self.add_route(path, function, methods=methods, name=name, include_in_schema=include_in_schema)
            return function

        return decorate

    def add_api_route(self, path, endpoint, *, response_model=Default(None), tags=None, dependencies=None, responses=None, deprecated=None,
                      response_class=Default(JSONResponse), route_class_override=None, callbacks=None, include_in_schema=True,
                      generate_unique_id_function=Default(generate_unique_id), **options):
        current_responses = {**self.responses, **(responses or {})}
        self.routes.append(
            (route_class_override or self.route_class)(
                self.prefix + path,
                endpoint=endpoint,
                response_model=response_model,
                tags=[*self.tags, *(tags or ())],
                dependencies=[*self.dependencies, *(dependencies or ())],
                responses=current_responses,
                deprecated=deprecated or self.deprecated,
                response_class=first_given(response_class, self.default_response_class),
                dependency_overrides_provider=self.dependency_overrides_provider,
                include_in_schema=include_in_schema and self.include_in_schema,
                callbacks=[*self.callbacks, *(callbacks or ())],
                generate_unique_id_function=first_given(generate_unique_id_function, self.generate_unique_id_function),
                **options,
            )
        )

    def api_route(self, path, *, response_model=Default(None), methods=None, **options):
        def decorate(function):
            self.add_api_route(path, function, response_model=response_model, methods=methods, **options)
            return function

        return decorate

    def add_api_websocket_route(self, path, endpoint, name=None, *, dependencies=None):
        self.routes.append(APIWebSocketRoute(self.prefix + path, endpoint, name=name, dependencies=dependencies))

    def websocket(self, path, name=None, *, dependencies=None):
        def decorate(function):
            self.add_api_websocket_route(path, function, name=name, dependencies=dependencies)
            return function

        return decorate

    def include_router(self, router, *, prefix="", tags=None, dependencies=None, default_response_class=Default(JSONResponse),
                       responses=None, callbacks=None, deprecated=None, include_in_schema=True,
                       generate_unique_id_function=Default(generate_unique_id)):
        if prefix:
            assert prefix.startswith("/"), "A path prefix must start with '/'"
            assert not prefix.endswith("/"), "A path prefix must not end with '/', as the routes will start with '/'"
        else:
            for route in router.routes:
                if getattr(route, "path", None) == "":
                    raise FastAPIError(f"Prefix and path cannot be both empty (path operation: {getattr(route, 'name', 'unknown')})")
        for route in router.routes:
            if isinstance(route, APIRoute):
                self.add_api_route(
                    prefix + route.path,
                    route.endpoint,
                    response_model=route.response_model,
                    status_code=route.status_code,
                    tags=[*(tags or ()), *route.tags],
                    dependencies=[*(dependencies or ()), *route.dependencies],
                    summary=route.summary,
                    description=route.description,
                    response_description=route.response_description,
                    responses={**(responses or {}), **route.responses},
                    deprecated=route.deprecated or deprecated or self.deprecated,
                    methods=route.methods,
                    operation_id=route.operation_id,
                    response_model_include=route.response_model_include,
                    response_model_exclude=route.response_model_exclude,
                    response_model_by_alias=route.response_model_by_alias,
                    response_model_exclude_unset=route.response_model_exclude_unset,
                    response_model_exclude_defaults=route.response_model_exclude_defaults,
                    response_model_exclude_none=route.response_model_exclude_none,
                    include_in_schema=route.include_in_schema and self.include_in_schema and include_in_schema,
                    response_class=first_given(route.response_class, router.default_response_class, default_response_class, self.default_response_class),
                    name=route.name,
                    route_class_override=type(route),
                    callbacks=callbacks,
                    openapi_extra=route.openapi_extra,
                    generate_unique_id_function=first_given(
                        route.generate_unique_id_function, router.generate_unique_id_function, generate_unique_id_function
                    ),
                )
            elif isinstance(route, APIWebSocketRoute):
                self.add_api_websocket_route(prefix + route.path, route.endpoint, name=route.name)
            elif isinstance(route, routing.WebSocketRoute):
                self.add_websocket_route(prefix + route.path, route.endpoint, name=route.name)
            elif isinstance(route, routing.Route):
                self.add_route(
                    prefix + route.path, route.endpoint, methods=list(route.methods or ()), include_in_schema=route.include_in_schema, name=route.name
                )
            elif isinstance(route, Mount):
                self.routes.append(Mount(prefix + route.path, route.app, name=route.name))
        for handler in router.on_startup:
            self.add_event_handler("startup", handler)
        for handler in router.on_shutdown:
            self.add_event_handler("shutdown", handler)
        self.lifespan_context = _merged_lifespan(self.lifespan_context, router.lifespan_context)


def warn_of_on_event():
    import warnings

    warnings.warn(
        "\n        on_event is deprecated, use lifespan event handlers instead.\n\n        Read more about it in the\n"
        "        [FastAPI docs for Lifespan Events](https://fastapi.tiangolo.com/advanced/events/).\n        ",
        DeprecationWarning,
        stacklevel=3,
    )


def _merged_lifespan(first, second):
    from starlette._lifespan import DefaultLifespan

    if isinstance(second, DefaultLifespan):
        return first
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def merged(app):
        async with first(app) as one, second(app) as two:
            yield None if one is None and two is None else {**(two or {}), **(one or {})}

    return merged


def _method(verb):
    def method(self, path, **options):
        return self.api_route(path, methods=[verb.upper()], **options)

    method.__name__ = verb
    return method


for _verb in _METHODS:
    setattr(APIRouter, _verb, _method(_verb))
