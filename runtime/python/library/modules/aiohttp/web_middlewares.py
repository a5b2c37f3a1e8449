# SPDX-License-Identifier: MIT
"""Middlewares: coroutines around handlers."""

import re


def middleware(function):
    function.__middleware_version__ = 1
    return function


def normalize_path_middleware(*, append_slash=True, remove_slash=False, merge_slashes=True, redirect_class=None):
    from .web_exceptions import HTTPPermanentRedirect

    redirect_class = redirect_class or HTTPPermanentRedirect
    assert not (append_slash and remove_slash), "Cannot both remove and append slash"

    @middleware
    async def impl(request, handler):
        if request.match_info.http_exception is None or request.match_info.http_exception.status != 404:
            return await handler(request)
        path = request.rel_url.raw_path
        candidates = [re.sub("//+", "/", path)] if merge_slashes else []
        if append_slash and not path.endswith("/"):
            candidates += [path + "/", re.sub("//+", "/", path + "/")]
        if remove_slash and path.endswith("/"):
            candidates += [path[:-1], re.sub("//+", "/", path[:-1])]
        for each in candidates:
            info = request.app.router._resolve(request.method, each, each)
            if info.http_exception is None:
                query = f"?{request.query_string}" if request.query_string else ""
                raise redirect_class(re.sub("^//+", "/", each) + query)
        return await handler(request)

    return impl
