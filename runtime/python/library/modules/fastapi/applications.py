# SPDX-License-Identifier: MIT
"""FastAPI: a Starlette application whose routes are path operations, with its description at /openapi.json."""

from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from . import routing
from .datastructures import Default
from .exception_handlers import http_exception_handler, request_validation_exception_handler
from .exceptions import RequestValidationError
from .utils import generate_unique_id


class FastAPI(Starlette):
    def __init__(self, *, debug=False, routes=None, title="FastAPI", summary=None, description="", version="0.1.0",
                 openapi_url="/openapi.json", openapi_tags=None, servers=None, dependencies=None,
                 default_response_class=Default(JSONResponse), redirect_slashes=True, docs_url="/docs", redoc_url="/redoc",
                 swagger_ui_oauth2_redirect_url="/docs/oauth2-redirect", swagger_ui_init_oauth=None, middleware=None,
                 exception_handlers=None, on_startup=None, on_shutdown=None, lifespan=None, terms_of_service=None, contact=None,
                 license_info=None, openapi_prefix="", root_path="", root_path_in_servers=True, responses=None, callbacks=None,
                 webhooks=None, deprecated=None, include_in_schema=True, swagger_ui_parameters=None,
                 generate_unique_id_function=Default(generate_unique_id), separate_input_output_schemas=True, **extra):
        self.debug = debug
        self.title = title
        self.summary = summary
        self.description = description
        self.version = version
        self.terms_of_service = terms_of_service
        self.contact = contact
        self.license_info = license_info
        self.openapi_url = openapi_url
        self.openapi_tags = openapi_tags
        self.root_path_in_servers = root_path_in_servers
        self.docs_url = docs_url
        self.redoc_url = redoc_url
        self.servers = servers or []
        self.separate_input_output_schemas = separate_input_output_schemas
        self.extra = extra
        self.openapi_version = "3.1.0"
        self.openapi_schema = None
        self.root_path = root_path or openapi_prefix
        self.state = State()
        self.dependency_overrides = {}
        self.webhooks = webhooks or routing.APIRouter()
        self.router = routing.APIRouter(
            routes=routes,
            redirect_slashes=redirect_slashes,
            dependency_overrides_provider=self,
            on_startup=on_startup,
            on_shutdown=on_shutdown,
            lifespan=lifespan,
            default_response_class=default_response_class,
            dependencies=dependencies,
            callbacks=callbacks,
            deprecated=deprecated,
            include_in_schema=include_in_schema,
            responses=responses,
            generate_unique_id_function=generate_unique_id_function,
        )
        self.exception_handlers = dict(exception_handlers or {})
        self.exception_handlers.setdefault(HTTPException, http_exception_handler)
        self.exception_handlers.setdefault(RequestValidationError, request_validation_exception_handler)
        self.user_middleware = list(middleware or ())
        self.middleware_stack = None
        self.setup()

    def openapi(self):
        if not self.openapi_schema:
            from .openapi.utils import get_openapi

            self.openapi_schema = get_openapi(
                title=self.title, version=self.version, openapi_version=self.openapi_version, summary=self.summary,
                description=self.description, terms_of_service=self.terms_of_service, contact=self.contact,
                license_info=self.license_info, routes=self.routes, webhooks=self.webhooks.routes, tags=self.openapi_tags,
                servers=self.servers,
            )
        return self.openapi_schema

    def setup(self):
        """The routes that describe the others."""
        if not self.openapi_url:
            return

        async def openapi(request):
            root = request.scope.get("root_path", "").rstrip("/")
            if root and self.root_path_in_servers and root not in {server.get("url") for server in self.servers}:
                self.servers.insert(0, {"url": root})
            return JSONResponse(self.openapi())

        async def docs(request):
            from .openapi.docs import get_swagger_ui_html

            return get_swagger_ui_html(openapi_url=self.openapi_url, title=f"{self.title} - Swagger UI", schema=self.openapi())

        async def redoc(request):
            from .openapi.docs import get_redoc_html

            return get_redoc_html(openapi_url=self.openapi_url, title=f"{self.title} - ReDoc", schema=self.openapi())

        self.add_route(self.openapi_url, openapi, include_in_schema=False)
        if self.docs_url:
            self.add_route(self.docs_url, docs, name="swagger_ui_html", include_in_schema=False)
        if self.redoc_url:
            self.add_route(self.redoc_url, redoc, name="redoc_html", include_in_schema=False)

    async def __call__(self, scope, receive, send):
        if self.root_path:
            scope["root_path"] = self.root_path
        await super().__call__(scope, receive, send)

    def add_api_route(self, path, endpoint, **options):
        self.router.add_api_route(path, endpoint, **options)

    def api_route(self, path, **options):
        return self.router.api_route(path, **options)

    def add_api_websocket_route(self, path, endpoint, name=None, *, dependencies=None):
        self.router.add_api_websocket_route(path, endpoint, name=name, dependencies=dependencies)

    def websocket(self, path, name=None, *, dependencies=None):
        return self.router.websocket(path, name=name, dependencies=dependencies)

    def on_event(self, event_type):
        routing.warn_of_on_event()
        return self.router._on_event(event_type)

    def include_router(self, router, **options):
        self.router.include_router(router, **options)


def _method(verb):
    def method(self, path, **options):
        return getattr(self.router, verb)(path, **options)

    method.__name__ = verb
    return method


for _verb in routing._METHODS:
    setattr(FastAPI, _verb, _method(_verb))
