# SPDX-License-Identifier: MIT
"""Trying again, with tenacity's interface (https://tenacity.readthedocs.io/): what to try again, how long to wait, when to stop."""

import functools
import time
from asyncio import iscoroutinefunction
from concurrent.futures import Future as _Future

from ._logs import after_log, after_nothing, before_log, before_nothing, before_sleep_log, before_sleep_nothing
from .retry import (retry_all, retry_always, retry_any, retry_base, retry_if_exception, retry_if_exception_cause_type,
                    retry_if_exception_message, retry_if_exception_type, retry_if_not_exception_message, retry_if_not_exception_type,
                    retry_if_not_result, retry_if_result, retry_never, retry_unless_exception_type)
from .stop import stop_after_attempt, stop_after_delay, stop_all, stop_any, stop_never, stop_when_event_set
from .wait import (wait_chain, wait_combine, wait_exponential, wait_exponential_jitter, wait_fixed, wait_full_jitter, wait_incrementing,
                   wait_none, wait_random, wait_random_exponential)

__version__ = "8.2.1"
_SAME = object()


class TryAgain(Exception):
    """Raised by a function that wants to be tried again, whatever the rule."""


class Future(_Future):
    """An attempt's outcome."""

    def __init__(self, attempt_number):
        super().__init__()
        self.attempt_number = attempt_number

    @property
    def failed(self):
        return self.exception() is not None


class RetryError(Exception):
    def __init__(self, last_attempt):
        self.last_attempt = last_attempt
        super().__init__(last_attempt)

    def reraise(self):
        if self.last_attempt.failed:
            raise self.last_attempt.result()
        raise self

    def __str__(self):
        return f"{type(self).__name__}[{self.last_attempt}]"


class RetryAction:
    def __init__(self, sleep):
        self.sleep = float(sleep)

    def __repr__(self):
        return f"RetryAction(sleep={self.sleep!r})"


class RetryCallState:
    """One call, over all its attempts."""

    def __init__(self, retry_object, fn, args, kwargs):
        self.start_time = time.monotonic()
        self.retry_object = retry_object
        self.fn = fn
        self.args = args
        self.kwargs = kwargs
        self.attempt_number = 1
        self.idle_for = 0.0
        self.outcome = self.outcome_timestamp = self.next_action = None

    @property
    def seconds_since_start(self):
        return None if self.outcome_timestamp is None else self.outcome_timestamp - self.start_time

    def prepare_for_next_attempt(self):
        self.attempt_number += 1
        self.outcome = self.outcome_timestamp = self.next_action = None

    def _settle(self, settle):
        self.outcome_timestamp = time.monotonic()
        self.outcome = Future(self.attempt_number)
        settle(self.outcome)

    def set_result(self, value):
        self._settle(lambda future: future.set_result(value))

    def set_exception(self, exc_info):
        self._settle(lambda future: future.set_exception(exc_info[1]))

    def __repr__(self):
        outcome = self.outcome
        if outcome is None:
            result = "none yet"
        elif outcome.failed:
            result = f"failed ({type(outcome.exception()).__name__} {outcome.exception()})"
        else:
            result = f"returned {outcome.result()}"
        return (f"<{type(self).__name__} {id(self)}: attempt #{self.attempt_number}; slept for {float(round(self.idle_for, 2))}; "
                f"last result: {result}>")


class AttemptManager:
    """For `with`: takes what is raised inside as the attempt's outcome."""

    def __init__(self, retry_state):
        self.retry_state = retry_state

    def __enter__(self):
        return None

    def __exit__(self, kind, error, traceback):
        if error is not None:
            self.retry_state.set_exception((kind, error, traceback))
            return True
        self.retry_state.set_result(None)
        return None


class BaseRetrying:
    _OPTIONS = ("sleep", "stop", "wait", "retry", "before", "after", "before_sleep", "reraise", "retry_error_cls", "retry_error_callback")

    def __init__(self, sleep=time.sleep, stop=stop_never, wait=wait_none(), retry=retry_if_exception_type(), before=before_nothing,
                 after=after_nothing, before_sleep=None, reraise=False, retry_error_cls=RetryError, retry_error_callback=None):
        self.sleep = sleep
        self.stop = stop
        self.wait = wait
        self.retry = retry
        self.before = before
        self.after = after
        self.before_sleep = before_sleep
        self.reraise = reraise
        self.retry_error_cls = retry_error_cls
        self.retry_error_callback = retry_error_callback
        self.statistics = {}

    def copy(self, **changes):
        options = {name: getattr(self, name) for name in self._OPTIONS}
        return type(self)(**{**options, **{name: value for name, value in changes.items() if value is not _SAME}})

    def __repr__(self):
        return (f"<{type(self).__name__} object at {id(self):#x} (stop={self.stop}, wait={self.wait}, sleep={self.sleep}, "
                f"retry={self.retry}, before={self.before}, after={self.after})>")

    def begin(self):
        self.statistics.clear()
        self.statistics.update(start_time=time.monotonic(), attempt_number=1, idle_for=0)

    def _decide(self, state):
        """(seconds to sleep, None), or (None, (the result,)) at the end."""
        outcome = state.outcome
        if not (outcome.failed and isinstance(outcome.exception(), TryAgain) or self.retry(state)):
            return None, (outcome.result(),)
        if self.after is not None:
            self.after(state)
        self.statistics["delay_since_first_attempt"] = state.seconds_since_start
        if self.stop(state):
            if self.retry_error_callback:
                return None, (self.retry_error_callback(state),)
            error = self.retry_error_cls(outcome)
            if self.reraise:
                raise error.reraise()
            raise error from outcome.exception()
        seconds = self.wait(state) if self.wait else 0.0
        state.next_action = RetryAction(seconds)
        state.idle_for += seconds
        self.statistics["idle_for"] += seconds
        self.statistics["attempt_number"] += 1
        if self.before_sleep is not None:
            self.before_sleep(state)
        return seconds, None

    def _start(self, state):
        if self.before is not None:
            self.before(state)

    def wraps(self, function):
        @functools.wraps(function)
        def wrapped(*args, **kwargs):
            return self(function, *args, **kwargs)

        wrapped.retry = self
        wrapped.retry_with = lambda *args, **kwargs: self.copy(*args, **kwargs).wraps(function)
        return wrapped


class Retrying(BaseRetrying):
    def __call__(self, fn, *args, **kwargs):
        self.begin()
        state = RetryCallState(self, fn, args, kwargs)
        while True:
            self._start(state)
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                state.set_exception((type(error), error, error.__traceback__))
            else:
                state.set_result(result)
            seconds, end = self._decide(state)
            if end is not None:
                return end[0]
            state.prepare_for_next_attempt()
            self.sleep(seconds)

    def __iter__(self):
        self.begin()
        state = RetryCallState(self, None, (), {})
        while True:
            self._start(state)
            yield AttemptManager(state)
            seconds, end = self._decide(state)
            if end is not None:
                return
            state.prepare_for_next_attempt()
            self.sleep(seconds)


async def _sleep(seconds):
    import asyncio
    await asyncio.sleep(seconds)


class AsyncRetrying(BaseRetrying):
    def __init__(self, sleep=_sleep, **kwargs):
        super().__init__(sleep=sleep, **kwargs)

    async def __call__(self, fn, *args, **kwargs):
        self.begin()
        state = RetryCallState(self, fn, args, kwargs)
        while True:
            self._start(state)
            try:
                result = await fn(*args, **kwargs)
            except BaseException as error:
                state.set_exception((type(error), error, error.__traceback__))
            else:
                state.set_result(result)
            seconds, end = self._decide(state)
            if end is not None:
                return end[0]
            state.prepare_for_next_attempt()
            await self.sleep(seconds)

    def __iter__(self):
        raise TypeError("AsyncRetrying object is not iterable")

    async def __aiter__(self):
        self.begin()
        state = RetryCallState(self, None, (), {})
        while True:
            self._start(state)
            yield AttemptManager(state)
            seconds, end = self._decide(state)
            if end is not None:
                return
            state.prepare_for_next_attempt()
            await self.sleep(seconds)

    def wraps(self, function):
        inner = super().wraps(function)

        @functools.wraps(function)
        async def wrapped(*args, **kwargs):
            return await inner(*args, **kwargs)

        wrapped.retry = inner.retry
        wrapped.retry_with = inner.retry_with
        return wrapped


def retry(*args, **kwargs):
    """A decorator, with or without arguments; for coroutine functions too."""
    if len(args) == 1 and callable(args[0]) and not kwargs:
        return retry()(args[0])

    def wrap(function):
        if isinstance(function, retry_base):
            import warnings
            kind = type(function).__name__
            warnings.warn(f"Got retry_base instance ({kind}) as callable argument, this will probably hang indefinitely (did you mean "
                          f"retry={kind}(...)?)")
        return (AsyncRetrying if iscoroutinefunction(function) else Retrying)(*args, **kwargs).wraps(function)

    return wrap
