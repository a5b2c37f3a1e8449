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

# What is seldom used is loaded when it is first asked for.
_LAZY = ("mixins", "base_tasks")

# What a program cannot have here, and why.
_UNAVAILABLE = {
    "open_connection": "network connections",
    "start_server": "network servers",
    "open_unix_connection": "unix sockets",
    "start_unix_server": "unix sockets",
    "create_subprocess_exec": "subprocesses",
    "create_subprocess_shell": "subprocesses",
}

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__ +
           locks.__all__ + runners.__all__ + queues.__all__ + taskgroups.__all__ + tasks.__all__ + threads.__all__ +
           timeouts.__all__ + unix_events.__all__)


def __getattr__(name):
    if name in _LAZY:
        import sys
        __import__(f"{__name__}.{name}")
        return sys.modules[f"{__name__}.{name}"]
    if name in _UNAVAILABLE:
        raise NotImplementedError(f"asyncio.{name}: there are no {_UNAVAILABLE[name]} in Loopscope")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_LAZY})
