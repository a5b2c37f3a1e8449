# SPDX-License-Identifier: MIT
"""asyncio.run and Runner."""

import sys

from . import coroutines, events, tasks
from .exceptions import CancelledError

__all__ = ("Runner", "run")


class Runner:
    """Runs coroutines in one loop of its own, which it closes at the end."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = "created"
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._set_event_loop = False

    def __enter__(self):
        self._prepare()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def close(self):
        """Ends what still runs in the loop, and closes it."""
        if self._state != "initialized":
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._set_event_loop:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = "closed"

    def get_loop(self):
        self._prepare()
        return self._loop

    def run(self, coro, *, context=None):
        if not coroutines.iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._prepare()
        if context is None:
            context = self._context
        task = self._loop.create_task(coro, context=context)
        interrupt = self._await_interrupt(task)
        try:
            return self._loop.run_until_complete(task)
        except CancelledError:
            uncancel = getattr(task, "uncancel", None) if interrupt is not None and interrupt.count else None
            if uncancel is not None and uncancel() == 0:
                raise KeyboardInterrupt()
            raise
        finally:
            if interrupt is not None:
                interrupt.forget()

    def _await_interrupt(self, task):
        """The first SIGINT cancels the main task. Only a program that has imported signal can send itself one."""
        if "signal" not in sys.modules:
            return None
        from ._signals import Interrupt
        return Interrupt.of(task)

    def _prepare(self):
        if self._state == "initialized":
            return
        if self._state == "closed":
            raise RuntimeError("Runner is closed")
        make_loop = self._loop_factory or events.new_event_loop
        self._loop = make_loop()
        if self._loop_factory is None and not self._set_event_loop:
            # Whoever asks the policy for a loop gets this one.
            events.set_event_loop(self._loop)
            self._set_event_loop = True
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        import _contextvars
        self._context = _contextvars.copy_context()
        self._state = "initialized"


def run(main, *, debug=None, loop_factory=None):
    """Runs a coroutine in a new event loop, ends what it left running, and returns its result."""
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    left = tasks._live_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
    for task in left:
        error = None if task.cancelled() else task.exception()
        if error is not None:
            message = "unhandled exception during asyncio.run() shutdown"
            loop.call_exception_handler({"message": message, "exception": error, "task": task})
