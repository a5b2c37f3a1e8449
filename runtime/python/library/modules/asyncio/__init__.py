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

# What is seldom used is loaded when it is first asked for.
_LAZY = {
    "protocols": ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"),
    "streams": ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
                "open_unix_connection", "start_unix_server"),
    "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
    "transports": ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport",
                   "SubprocessTransport"),
    "_network": ("Server",),
    "_child_watchers": ("AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher",
                        "MultiLoopChildWatcher", "ThreadedChildWatcher"),
    "graph": ("FrameCallGraphEntry", "FutureCallGraph", "capture_call_graph", "format_call_graph", "print_call_graph"),
    "mixins": (), "log": (), "constants": (), "format_helpers": (), "base_futures": (), "base_tasks": (),
}

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__ +
           locks.__all__ + _LAZY["protocols"] + runners.__all__ + queues.__all__ + _LAZY["streams"] +
           _LAZY["subprocess"] + taskgroups.__all__ + tasks.__all__ + threads.__all__ + timeouts.__all__ +
           _LAZY["transports"] + unix_events.__all__ + _LAZY["_child_watchers"])


def __getattr__(name):
    import sys
    for module, names in _LAZY.items():
        if name == module or name in names:
            __import__(f"{__name__}.{module}")
            found = sys.modules[f"{__name__}.{module}"]
            if name != module:
                found = getattr(found, name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    names = set(globals()) | set(_LAZY)
    return sorted(names.union(*_LAZY.values()))
