"""Futures of threads, and the thread pool."""

import threading
import time

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
           "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ThreadPoolExecutor", "ProcessPoolExecutor")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class Error(Exception):
    pass


class CancelledError(Error):
    """The Future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """An executor can no longer be used."""


class Future:
    """What becomes of a call in another thread."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            state = {"PENDING": "pending", "RUNNING": "running", "CANCELLED": "cancelled",
                     "CANCELLED_AND_NOTIFIED": "cancelled", "FINISHED": "finished"}[self._state]
            if self._state == "FINISHED":
                if self._exception:
                    return f"<Future at {id(self):#x} state={state} raised {type(self._exception).__name__}>"
                return f"<Future at {id(self):#x} state={state} returned {type(self._result).__name__}>"
            return f"<Future at {id(self):#x} state={state}>"

    def cancel(self):
        with self._condition:
            if self._state in ("RUNNING", "FINISHED"):
                return False
            if self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED"):
                return True
            self._state = "CANCELLED"
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED")

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")

    def _outcome(self):
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def result(self, timeout=None):
        with self._condition:
            if not self.done():
                self._condition.wait(timeout)
            if self.cancelled():
                raise CancelledError()
            if self._state == "FINISHED":
                return self._outcome()
            raise TimeoutError()

    def exception(self, timeout=None):
        with self._condition:
            if not self.done():
                self._condition.wait(timeout)
            if self.cancelled():
                raise CancelledError()
            if self._state == "FINISHED":
                return self._exception
            raise TimeoutError()

    def add_done_callback(self, fn):
        with self._condition:
            if not self.done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception as error:
            from asyncio.log import Logger
            Logger("concurrent.futures").error("exception calling callback for %r", self, exc_info=error)

    def _invoke_callbacks(self):
        for fn in self._done_callbacks:
            self._call(fn)

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == "CANCELLED":
                self._state = "CANCELLED_AND_NOTIFIED"
                return False
            if self._state == "PENDING":
                self._state = "RUNNING"
                return True
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        with self._condition:
            if self.done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._state = "FINISHED"
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._exception = exception
            self._state = "FINISHED"
            self._condition.notify_all()
        self._invoke_callbacks()


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    yield futures.pop().result(None if end is None else end - time.monotonic())
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.shutdown(wait=True)
        return False


_pools = 0


class ThreadPoolExecutor(Executor):
    """Runs calls in a pool of threads, at most `max_workers`."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        global _pools
        if max_workers is None:
            max_workers = 8
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._prefix = thread_name_prefix or f"ThreadPoolExecutor-{_pools}"
        _pools += not thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._work = []
        self._condition = threading.Condition(threading.Lock())
        self._idle = 0
        self._threads = []
        self._shutdown = False
        self._when_idle = []

    def submit(self, fn, /, *args, **kwargs):
        with self._condition:
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            future = Future()
            self._work.append((future, fn, args, kwargs))
            if self._idle >= len(self._work):
                self._condition.notify()
            elif len(self._threads) < self._max_workers:
                thread = threading.Thread(target=self._worker, name=f"{self._prefix}_{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()
            else:
                self._condition.notify()
            return future

    def _worker(self):
        if self._initializer is not None:
            self._initializer(*self._initargs)
        while True:
            with self._condition:
                while not self._work:
                    if self._shutdown:
                        return self._leave()
                    self._idle += 1
                    self._condition.wait()
                    self._idle -= 1
                future, fn, args, kwargs = self._work.pop(0)
            if future.set_running_or_notify_cancel():
                try:
                    result = fn(*args, **kwargs)
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)
            del future, fn, args, kwargs

    def _leave(self):
        me = threading.current_thread()
        self._threads = [thread for thread in self._threads if thread is not me]
        if not self._threads:
            callbacks, self._when_idle = self._when_idle, []
            for callback in callbacks:
                callback()

    def _call_when_idle(self, callback):
        """Calls back when the last thread has ended, after a shutdown."""
        if self._threads:
            self._when_idle.append(callback)
        else:
            callback()

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._condition:
            self._shutdown = True
            if cancel_futures:
                dropped, self._work = self._work, []
            else:
                dropped = []
            self._condition.notify_all()
        for future, *_ in dropped:
            future.cancel()
        if wait:
            for thread in list(self._threads):
                thread.join()


class ProcessPoolExecutor(Executor):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("there are no processes in Loopscope: use ThreadPoolExecutor")


class _DoneAndNotDone(tuple):
    __slots__ = ()

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures; returns the sets of those done and those not."""
    fs = set(fs)
    end = None if timeout is None else time.monotonic() + timeout
    changed = threading.Condition()

    def wake(future):
        with changed:
            changed.notify_all()

    for future in fs:
        future.add_done_callback(wake)

    def enough():
        done = {f for f in fs if f.done()}
        if return_when == FIRST_COMPLETED:
            return bool(done)
        if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f.exception() is not None for f in done):
            return True
        return len(done) == len(fs)

    with changed:
        changed.wait_for(enough, timeout)
    done = {f for f in fs if f.done()}
    return _DoneAndNotDone(done, fs - done)


def as_completed(fs, timeout=None):
    """Futures in the order in which they complete."""
    end = None if timeout is None else time.monotonic() + timeout
    pending = list(dict.fromkeys(fs))
    total = len(pending)
    finished = []
    changed = threading.Condition()

    def one_done(future):
        with changed:
            finished.append(future)
            changed.notify_all()

    for future in pending:
        future.add_done_callback(one_done)
    given = 0
    while given < total:
        with changed:
            left = None if end is None else end - time.monotonic()
            if not changed.wait_for(lambda: len(finished) > given, left):
                raise TimeoutError(f"{total - given} (of {total}) futures unfinished")
        yield finished[given]
        given += 1
