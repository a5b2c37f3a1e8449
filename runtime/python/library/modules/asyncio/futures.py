"""Futures between threads and loops."""

from _asyncio import Future, isfuture, _get_running_loop
from . import events
from .exceptions import CancelledError, InvalidStateError

__all__ = ("Future", "isfuture", "wrap_future")


def _copy_outcome(source, target):
    """Gives `target` what became of `source`; one of them belongs to concurrent.futures."""
    if target.cancelled() or target.done():
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is not None:
        target.set_exception(error)
    else:
        target.set_result(source.result())


def _chain(source, target):
    """Outcomes go from source to target, cancellation back."""
    source_loop = source.get_loop() if isfuture(source) else None
    target_loop = target.get_loop() if isfuture(target) else None

    def target_done(target):
        if target.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def source_done(source):
        if target.cancelled() and target_loop is not None and target_loop.is_closed():
            return
        if target_loop is None or target_loop is source_loop:
            _set_outcome(target, source)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(_set_outcome, target, source)

    target.add_done_callback(target_done)
    source.add_done_callback(source_done)


def _set_outcome(target, source):
    if isfuture(target):
        _copy_outcome(source, target)
        return
    # A concurrent.futures.Future: it must be told that it runs before it can end.
    if source.cancelled():
        target.cancel()
    if not target.set_running_or_notify_cancel():
        return
    error = source.exception()
    if error is not None:
        target.set_exception(error)
    else:
        target.set_result(source.result())


def wrap_future(future, *, loop=None):
    """The asyncio future of a concurrent.futures.Future."""
    if isfuture(future):
        return future
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    _chain(future, wrapped)
    return wrapped
