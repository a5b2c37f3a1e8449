# SPDX-License-Identifier: MIT
"""Futures between threads and loops."""

import sys

from _asyncio import Future, isfuture
from . import events
from .exceptions import CancelledError, InvalidStateError

__all__ = ("Future", "wrap_future", "isfuture")


def _get_loop(fut):
    """Of any object that acts as a future."""
    get_loop = getattr(fut, "get_loop", None)
    return fut._loop if get_loop is None else get_loop()


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _convert_future_exc(error):
    """asyncio's and concurrent.futures' errors of the same name are different classes."""
    theirs = sys.modules.get("concurrent.futures")
    for ours in (CancelledError, InvalidStateError):
        if theirs is not None and type(error) is getattr(theirs, ours.__name__):
            return ours(*error.args).with_traceback(error.__traceback__)
    return error


def _hand_over(source, destination):
    """The outcome of one future becomes that of another one of the same kind or of a thread."""
    if source.cancelled():
        destination.cancel()
    elif (error := source.exception()) is not None:
        destination.set_exception(_convert_future_exc(error))
    else:
        destination.set_result(source.result())


def _copy_future_state(source, dest):
    if not dest.cancelled():
        _hand_over(source, dest)


def _set_concurrent_future_state(concurrent, source):
    if source.cancelled():
        concurrent.cancel()
    if concurrent.set_running_or_notify_cancel():
        _hand_over(source, concurrent)


def _chain_future(source, destination):
    """The outcome goes from source to destination, cancellation back, each in the thread of whom it reaches. Either may
    belong to concurrent.futures: then it has no loop."""
    from concurrent.futures import Future as ThreadFuture
    for which, future in (("source", source), ("destination", destination)):
        if not (isfuture(future) or isinstance(future, ThreadFuture)):
            raise TypeError(f"A future is required for {which} argument")
    from_loop, to_loop = (_get_loop(future) if isfuture(future) else None for future in (source, destination))

    def settle():
        if to_loop is None:
            _set_concurrent_future_state(destination, source)
        else:
            _copy_future_state(source, destination)

    def _call_check_cancel(destination):
        if destination.cancelled():
            if from_loop in (None, to_loop):
                source.cancel()
            else:
                from_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if to_loop in (None, from_loop):
            settle()
        elif not to_loop.is_closed():
            to_loop.call_soon_threadsafe(settle)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    """The asyncio future of a concurrent.futures.Future."""
    if not isfuture(future):
        from concurrent.futures import Future as ThreadFuture
        assert isinstance(future, ThreadFuture), f"concurrent.futures.Future is expected, got {future!r}"
        promise = (loop if loop is not None else events.get_event_loop()).create_future()
        _chain_future(future, promise)
        future = promise
    return future
