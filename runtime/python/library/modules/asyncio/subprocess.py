# SPDX-License-Identifier: MIT
"""Other programs, of which there are none here: the names, and a refusal that says what to do instead."""

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE = -1
STDOUT = -2
DEVNULL = -3


def _refuse(function):
    """A function in whose place this one says, when it is called, that it cannot do its work here."""
    message = (f"asyncio.{function.__qualname__.removesuffix('.__init__')}: there are no other programs in Loopscope; asyncio.to_thread() or "
               "another task can stand in for one")

    def refuse(*args, **kwargs):
        raise NotImplementedError(message)

    async def refuse_later(*args, **kwargs):
        raise NotImplementedError(message)

    from .coroutines import iscoroutinefunction
    refusal = refuse_later if iscoroutinefunction(function) else refuse
    refusal.__name__ = function.__name__
    refusal.__qualname__ = function.__qualname__
    refusal._loopscope_refusal = f"NotImplementedError: {message}"
    return refusal


class Process:
    """What the functions below would give."""

    returncode = None

    @_refuse
    def __init__(self, transport, protocol, loop): ...

    @_refuse
    async def wait(self): ...

    @_refuse
    def send_signal(self, signal): ...

    @_refuse
    def terminate(self): ...

    @_refuse
    def kill(self): ...

    @_refuse
    async def communicate(self, input=None): ...


@_refuse
async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=65536, **kwds): ...


@_refuse
async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=65536, **kwds): ...
