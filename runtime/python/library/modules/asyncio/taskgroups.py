# SPDX-License-Identifier: MIT
"""Tasks that end together."""

from . import events
from _asyncio import current_task
from .exceptions import CancelledError

__all__ = ("TaskGroup",)

# Errors that end the program: they leave the group as they are.
_FATAL = (SystemExit, KeyboardInterrupt)


class TaskGroup:
    """Waits at the end of its block for all tasks started in it; the first error cancels the others."""

    def __init__(self):
        self._loop = self._parent_task = None
        self._tasks = {}  # keys, in the order of creation
        self._errors = []
        self._base_error = None  # the first of _FATAL
        self._on_completed_fut = None  # what the end of the block waits for
        self._entered = self._exiting = self._aborting = False
        self._parent_cancel_requested = False

    def __repr__(self):
        shown = [f"{what}={len(things)}" for what, things in (("tasks", self._tasks), ("errors", self._errors)) if things]
        if self._aborting or self._entered:
            shown.append("cancelling" if self._aborting else "entered")
        return f"<{' '.join(['TaskGroup', *shown])}>"

    async def __aenter__(self):
        problem = None
        if self._entered:
            problem = "has already been entered"
        else:
            self._loop = events.get_running_loop()
            self._parent_task = current_task(self._loop)
            if self._parent_task is None:
                problem = "cannot determine the parent task"
        if problem is not None:
            raise RuntimeError(f"TaskGroup {self!r} {problem}")
        self._entered = True
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._exiting = True
        cancelled = isinstance(exc, CancelledError)
        if isinstance(exc, _FATAL) and self._base_error is None:
            self._base_error = exc
        if exc is not None and not self._aborting:
            self._abort()
        try:
            cancellation = await self._wait_for_tasks() or (exc if cancelled else None)
            if self._base_error is not None:
                raise self._base_error
            # A cancellation that was ours is over, unless others have asked as well.
            ours = self._parent_cancel_requested
            if ours and self._parent_task.uncancel() == 0:
                cancellation = None
            if cancellation is not None and not self._errors:
                raise cancellation
            if exc is not None and not cancelled:
                self._errors.append(exc)
            if self._errors:
                self._raise_errors()
            return cancelled and ours or None
        finally:
            # No cycles through the traceback.
            self._errors = self._base_error = self._parent_task = exc = cancellation = None

    async def _wait_for_tasks(self):
        """Returns the cancellation that came meanwhile, if that was not the group's own."""
        cancellation = None
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = self._loop.create_future()
                self._on_completed_fut._loopscope_role = "task_group"
            try:
                await self._on_completed_fut
            except CancelledError as error:
                if not self._aborting:
                    cancellation = error
                    self._abort()
            self._on_completed_fut = None
        return cancellation

    def _raise_errors(self):
        parent = self._parent_task
        if parent.cancelling():
            # The group's error goes first; the cancellation comes at the parent's next await.
            parent.uncancel()
            parent.cancel()
        raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None

    def _refusal(self):
        """Why no task can be started now; None if one can."""
        if not self._entered:
            return "has not been entered"
        if self._exiting and not self._tasks:
            return "is finished"
        return "is shutting down" if self._aborting else None

    def create_task(self, coro, *, name=None, context=None):
        """Starts a task in the group."""
        if (refusal := self._refusal()) is not None:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} {refusal}")
        # Factories of the program's own need not know of contexts.
        options = {} if context is None else {"context": context}
        task = self._loop.create_task(coro, name=name, **options)
        if task.done():
            self._on_task_done(task)  # an eager one
        else:
            self._tasks[task] = None
            task.add_done_callback(self._on_task_done)
        try:
            return task
        finally:
            task = None  # a failing task's traceback holds this frame

    def _abort(self):
        self._aborting = True
        for task in [task for task in self._tasks if not task.done()]:
            task.cancel()

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        waiter = self._on_completed_fut
        if waiter is not None and not self._tasks and not waiter.done():
            waiter.set_result(True)
        error = None if task.cancelled() else task.exception()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, _FATAL) and self._base_error is None:
            self._base_error = error
        if self._parent_task.done():
            message = f"Task {task!r} has errored out but its parent task {self._parent_task} is already completed"
            self._loop.call_exception_handler({"message": message, "exception": error, "task": task})
        elif not self._aborting and not self._parent_cancel_requested:
            # The parent may be anywhere in the block: cancelling it brings it to the end.
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
