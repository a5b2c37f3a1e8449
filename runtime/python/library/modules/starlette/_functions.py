# SPDX-License-Identifier: MIT
"""What a callable is: found out once, when a route is made."""

import functools
from inspect import iscoroutinefunction


def is_async_callable(function):
    while isinstance(function, functools.partial):
        function = function.func
    return iscoroutinefunction(function) or callable(function) and iscoroutinefunction(getattr(function, "__call__", None))


def name_of(function):
    return getattr(function, "__name__", type(function).__name__)
