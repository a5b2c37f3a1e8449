# SPDX-License-Identifier: MIT
"""Signals as callbacks of the loop. Nobody but the program itself sends any: signal.raise_signal(), os.kill()."""

import signal

from . import coroutines, events

_handlers = {}  # {loop: {signal: handle}}


def _check(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if sig not in signal.valid_signals():
        raise ValueError(f"invalid signal number {sig}")


def add(loop, sig, callback, args):
    if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used with add_signal_handler()")
    _check(sig)
    loop._check_closed()
    if signal._get_ident() != signal._main_thread:
        raise RuntimeError("set_wakeup_fd only works in main thread of the main interpreter")
    handle = events.Handle(callback, args, loop, None)

    def arrive(sig, frame):
        # The loop notices at the start of an iteration, after what is ready; the callback runs in the next.
        if events._get_running_loop() is loop:
            loop.call_later(0, _begin, loop, sig)
        else:
            loop.call_soon_threadsafe(_begin, loop, sig)

    try:
        signal.signal(sig, arrive)
    except OSError as error:
        raise RuntimeError(f"sig {sig} cannot be caught") from error
    _handlers.setdefault(loop, {})[sig] = handle


def _begin(loop, sig):
    handle = _handlers.get(loop, {}).get(sig)
    if handle is not None and not handle.cancelled():
        loop.call_soon(handle._run)


def remove(loop, sig):
    _check(sig)
    handle = _handlers.get(loop, {}).pop(sig, None)
    if handle is None:
        return False
    signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
    return True


class Interrupt:
    """What SIGINT does while a runner runs its main task: cancels it, and the second time raises KeyboardInterrupt."""

    @classmethod
    def of(cls, task):
        """None where the program has a handler of its own, and in other threads."""
        import threading
        if (threading.current_thread() is not threading.main_thread()
                or signal.getsignal(signal.SIGINT) is not signal.default_int_handler):
            return None
        try:
            return cls(task)
        except ValueError:
            return None

    def __init__(self, task):
        self._task = task
        self.count = 0
        signal.signal(signal.SIGINT, self)

    def __call__(self, sig, frame):
        self.count += 1
        if self.count > 1 or self._task.done():
            raise KeyboardInterrupt()
        self._task.cancel()

    def forget(self):
        if signal.getsignal(signal.SIGINT) is self:
            signal.signal(signal.SIGINT, signal.default_int_handler)
