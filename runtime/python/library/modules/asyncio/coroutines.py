# SPDX-License-Identifier: MIT
"""What counts as a coroutine."""

import functools

__all__ = ("iscoroutinefunction", "iscoroutine")

_CO_COROUTINE = 0x80


async def _probe():
    pass


_coroutine = _probe()
_coroutine_type = type(_coroutine)
_coroutine.close()
del _coroutine
_is_coroutine = object()  # the mark of functions that others have declared to be coroutine functions


def _is_debug_mode():
    import sys
    os = sys.modules.get("os")  # who has set the variable has imported it
    return bool(getattr(sys.flags, "dev_mode", False) or os is not None and os.environ.get("PYTHONASYNCIODEBUG"))


def iscoroutinefunction(func):
    """True for functions written with `async def`, also as methods and partial objects."""
    while isinstance(func, functools.partial):
        func = func.func
    func = getattr(func, "__func__", func)
    if getattr(func, "_is_coroutine_function", False) is True:
        return True  # a native one
    if getattr(func, "_is_coroutine", None) is _is_coroutine or type(getattr(func, "_is_coroutine_marker", None)) is object:
        return True  # declared to be one, here or in inspect
    flags = getattr(getattr(func, "__code__", None), "co_flags", 0)
    return isinstance(flags, int) and bool(flags & _CO_COROUTINE)


def iscoroutine(obj):
    """True for what an `async def` function gives when called."""
    if isinstance(obj, _coroutine_type):
        return True
    cls = type(obj)
    return all(hasattr(cls, name) for name in ("send", "throw", "close", "__await__"))
