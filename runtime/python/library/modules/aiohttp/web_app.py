# SPDX-License-Identifier: MIT
"""Application: routes, middlewares, signals, and the values that handlers share."""

import logging
from collections.abc import MutableMapping

from .web_urldispatcher import UrlDispatcher, _Prefixed


class AppKey:
    """A typed key of an application's values."""

    def __init__(self, name, t=None):
        import sys

        self._name = f"{sys._getframe(1).f_globals.get('__name__', '')}.{name}"
        self._t = t

    def __class_getitem__(cls, item):
        return cls

    def __lt__(self, other):
        return self._name < other._name if isinstance(other, AppKey) else True

    def __repr__(self):
        kind = "<<Unknown>>" if self._t is None else self._t.__name__ if self._t.__module__ == "builtins" else f"{self._t.__module__}.{self._t.__name__}"
        return f"<AppKey({self._name}, type={kind})>"


class Signal(list):
    """Coroutines that are called in turn."""

    def __init__(self, owner):
        super().__init__()
        self._owner = owner
        self.frozen = False

    def freeze(self):
        self.frozen = True

    def _check(self):
        if self.frozen:
            raise RuntimeError("Cannot modify frozen list.")

    def append(self, item):
        self._check()
        super().append(item)

    def insert(self, index, item):
        self._check()
        super().insert(index, item)

    def extend(self, items):
        self._check()
        super().extend(items)

    async def send(self, *args, **kwargs):
        if not self.frozen:
            raise RuntimeError("Cannot send non-frozen signal.")
        for receiver in self:
            await receiver(*args, **kwargs)

    def __hash__(self):
        return id(self)


class CleanupContext(Signal):
    """Generators that run up to their yield at startup and to their end at cleanup."""

    def __init__(self, owner):
        super().__init__(owner)
        self._exits = []

    async def _on_startup(self, app):
        for receiver in self:
            iterator = receiver(app).__aiter__()
            await iterator.__anext__()
            self._exits.append(iterator)

    async def _on_cleanup(self, app):
        errors = []
        for iterator in reversed(self._exits):
            try:
                await iterator.__anext__()
            except StopAsyncIteration:
                pass
            except Exception as error:
                errors.append(error)
            else:
                errors.append(RuntimeError(f"{iterator!r} has more than one 'yield'"))
        if len(errors) == 1:
            raise errors[0]
        if errors:
            raise CleanupError("Multiple errors on cleanup stage", errors)


class CleanupError(RuntimeError):
    @property
    def exceptions(self):
        return self.args[1]


class Application(MutableMapping):
    def __init__(self, *, logger=logging.getLogger("aiohttp.web"), router=None, middlewares=(), handler_args=None, client_max_size=1024**2,
                 loop=None, debug=...):
        self._router = router or UrlDispatcher()
        self.logger = logger
        self._middlewares = list(middlewares)
        self._client_max_size = client_max_size
        self._state = {}
        self._frozen = self._pre_frozen = False
        self._subapps = []
        self.on_response_prepare = Signal(self)
        self.on_startup = Signal(self)
        self.on_shutdown = Signal(self)
        self.on_cleanup = Signal(self)
        self.cleanup_ctx = CleanupContext(self)
        self.on_startup.append(self.cleanup_ctx._on_startup)
        self.on_cleanup.append(self.cleanup_ctx._on_cleanup)

    router = property(lambda self: self._router)
    middlewares = property(lambda self: self._middlewares)
    frozen = property(lambda self: self._frozen)
    debug = property(lambda self: False)

    # Values.

    def __getitem__(self, key):
        return self._state[key]

    def __setitem__(self, key, value):
        if self._frozen:
            import warnings

            warnings.warn("Changing state of started or joined application is deprecated", DeprecationWarning, stacklevel=2)
        self._state[key] = value

    def __delitem__(self, key):
        del self._state[key]

    def __len__(self):
        return len(self._state)

    def __iter__(self):
        return iter(self._state)

    def __bool__(self):
        return True

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__

    # Life.

    def pre_freeze(self):
        if self._pre_frozen:
            return
        self._pre_frozen = True
        self._router.freeze()
        for signal in (self.on_response_prepare, self.cleanup_ctx, self.on_startup, self.on_shutdown, self.on_cleanup):
            signal.freeze()
        for app in self._subapps:
            app.pre_freeze()

    def freeze(self):
        self.pre_freeze()
        self._frozen = True
        for app in self._subapps:
            app.freeze()

    async def startup(self):
        self.pre_freeze()
        await self.on_startup.send(self)

    async def shutdown(self):
        await self.on_shutdown.send(self)

    async def cleanup(self):
        if self.on_cleanup.frozen:
            await self.on_cleanup.send(self)
        else:
            await self.cleanup_ctx._on_cleanup(self)

    # Routes.

    def add_routes(self, routes):
        return self._router.add_routes(routes)

    def add_subapp(self, prefix, subapp):
        if not isinstance(prefix, str):
            raise TypeError("Prefix must be str")
        prefix = prefix.rstrip("/")
        if not prefix:
            raise ValueError("Prefix cannot be empty")
        if self._frozen or self._pre_frozen:
            raise RuntimeError("Cannot add sub application to frozen application")
        if subapp._frozen:
            raise RuntimeError("Cannot add frozen application")
        self._router._register(_Prefixed(prefix, subapp))
        self.on_startup.append(lambda app: subapp.on_startup.send(subapp))
        self.on_shutdown.append(lambda app: subapp.on_shutdown.send(subapp))
        self.on_cleanup.append(lambda app: subapp.on_cleanup.send(subapp))
        self._subapps.append(subapp)
        subapp.pre_freeze()

    async def _handle(self, request):
        match_info = await self._router.resolve(request)
        match_info.add_app(self)
        request._match_info = match_info
        handler = match_info.handler
        for app in reversed(match_info.apps):
            for each in reversed(app._middlewares):
                handler = await _around(app, each, handler, match_info)
        match_info._current_app = match_info.apps[-1]
        return await handler(request)

    def __call__(self):
        return self

    def __repr__(self):
        return f"<Application 0x{id(self):x}>"


async def _around(app, function, handler, match_info):
    if not hasattr(function, "__middleware_version__"):
        return await function(app, handler)  # the old kind: a factory

    async def call(request):
        before, match_info._current_app = match_info._current_app, app
        try:
            return await function(request, inner)
        finally:
            match_info._current_app = before

    def inner(request):
        match_info._current_app = match_info.apps[-1] if handler is match_info.handler else match_info._current_app
        return handler(request)

    return call
