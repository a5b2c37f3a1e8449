"""asyncio on Loopscope's own event loop."""

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

from . import coroutines, events, exceptions, futures, locks, queues, runners, taskgroups, tasks, threads, timeouts

__all__ = (coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__ + locks.__all__ + queues.__all__ +
           runners.__all__ + taskgroups.__all__ + tasks.__all__ + threads.__all__ + timeouts.__all__)

_UNAVAILABLE = {
    "open_connection": "network connections",
    "start_server": "network servers",
    "open_unix_connection": "unix sockets",
    "start_unix_server": "unix sockets",
    "create_subprocess_exec": "subprocesses",
    "create_subprocess_shell": "subprocesses",
}


def __getattr__(name):
    if name in _UNAVAILABLE:
        raise NotImplementedError(f"asyncio.{name}: there are no {_UNAVAILABLE[name]} in Loopscope")
    raise AttributeError(f"module 'asyncio' has no attribute '{name}'")
