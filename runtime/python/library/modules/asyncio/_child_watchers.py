# SPDX-License-Identifier: MIT
"""Watchers of child processes, of which there are none here: they refuse to be made."""

from .subprocess import _refuse


class AbstractChildWatcher:
    """What every watcher offers."""

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        raise NotImplementedError()

    def attach_loop(self, loop):
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


def _watcher(name):
    def refusing(method_name):
        def method(self): ...
        method.__name__ = method_name
        method.__qualname__ = f"{name}.{method_name}"
        return _refuse(method)

    methods = {method: refusing(method) for method in ("__init__", *vars(AbstractChildWatcher)) if callable(
        getattr(AbstractChildWatcher, method)) and method not in ("__new__", "__class__", "__dict__", "__weakref__")}
    return type(name, (AbstractChildWatcher,), {"__module__": "asyncio.unix_events", **methods,
                                                "_loopscope_refusal": methods["__init__"]._loopscope_refusal})


SafeChildWatcher = _watcher("SafeChildWatcher")
FastChildWatcher = _watcher("FastChildWatcher")
MultiLoopChildWatcher = _watcher("MultiLoopChildWatcher")
PidfdChildWatcher = _watcher("PidfdChildWatcher")
ThreadedChildWatcher = _watcher("ThreadedChildWatcher")
