# SPDX-License-Identifier: MIT
"""Other programs, of which there are none here: the names, and a refusal that says what to do instead."""

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessStreamProtocol:
    """Nothing makes one here."""

    def __init__(self, limit, loop):
        _refuse("SubprocessStreamProtocol")


class Process:
    """Nothing makes one here."""

    def __init__(self, transport, protocol, loop):
        _refuse("Process")


def _refuse(name):
    raise NotImplementedError(f"asyncio.{name}: there are no other programs in Loopscope; asyncio.to_thread() or "
                              "another task can stand in for one")


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=65536, **kwds):
    _refuse("create_subprocess_exec")


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=65536, **kwds):
    _refuse("create_subprocess_shell")
