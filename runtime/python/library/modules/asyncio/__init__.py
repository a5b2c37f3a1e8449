# SPDX-License-Identifier: MIT
"""asyncio on Loopscope's own event loop."""

from .base_events import BaseEventLoop
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .unix_events import *

from . import (base_events, coroutines, events, exceptions, futures, locks, queues, runners, taskgroups, tasks, threads,
               timeouts, unix_events)

# What programs without connections do not need is loaded when it is first asked for.
_LAZY_NAMES = {
    "base_events": ("Server",),
    "protocols": ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"),
    "streams": ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
                "open_unix_connection", "start_unix_server"),
    "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
    "transports": ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport",
                   "SubprocessTransport"),
    "unix_events": ("AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher",
                    "MultiLoopChildWatcher", "ThreadedChildWatcher"),
}
# Of Python 3.14. Not in __all__, so that `from asyncio import *` gives what 3.13's does.
_LAZY_LATER = ("capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph",
               "future_add_to_awaited_by", "future_discard_from_awaited_by")
_LAZY = {name: module for module, names in _LAZY_NAMES.items() for name in names}
_LAZY_MODULES = ("base_futures", "base_subprocess", "base_tasks", "constants", "format_helpers", "graph", "log", "mixins",
                 "protocols", "selector_events", "sslproto", "staggered", "streams", "subprocess", "transports", "trsock")

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__ +
           locks.__all__ + runners.__all__ + queues.__all__ + taskgroups.__all__ + tasks.__all__ + threads.__all__ +
           timeouts.__all__ + unix_events.__all__ + tuple(_LAZY))


def __getattr__(name):
    import sys
    if name in _LAZY_MODULES:
        __import__(f"{__name__}.{name}")
        return sys.modules[f"{__name__}.{name}"]
    module = "graph" if name in _LAZY_LATER else _LAZY.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    __import__(f"{__name__}.{module}")
    value = globals()[name] = getattr(sys.modules[f"{__name__}.{module}"], name)
    return value


def __dir__():
    return sorted({*globals(), *_LAZY, *_LAZY_MODULES})
