"""The event loop's Python half: what needs no speed. The rest is the native `_asyncio.Loop`."""

import _asyncio
from _asyncio import Handle, TimerHandle, get_running_loop, _get_running_loop

__all__ = ("AbstractEventLoop", "AbstractEventLoopPolicy", "AbstractServer", "DefaultEventLoopPolicy", "Handle",
           "TimerHandle", "EventLoop", "SelectorEventLoop", "get_event_loop", "get_event_loop_policy",
           "get_running_loop", "new_event_loop", "set_event_loop", "set_event_loop_policy", "_get_running_loop")


class AbstractEventLoop:
    """What every event loop offers."""


class AbstractServer:
    """What every server offers."""


def _stop_when_done(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return
    future.get_loop().stop()


class EventLoop(_asyncio.Loop, AbstractEventLoop):
    """The only kind of loop there is here."""

    def __init__(self):
        self._executor_shutdown_called = False
        self._asyncgens_shutdown_called = False
        self._live_asyncgens = {}

    def __repr__(self):
        return (f"<_UnixSelectorEventLoop running={self.is_running()} "
                f"closed={self.is_closed()} debug={self.get_debug()}>")

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    # -- running

    def run_forever(self):
        self._check_closed()
        self._check_running()
        import sys
        previous = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_started, finalizer=self._asyncgen_dropped)
        try:
            self._run()
        finally:
            sys.set_asyncgen_hooks(*previous)

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        from .tasks import ensure_future
        is_new = not _asyncio.isfuture(future)
        future = ensure_future(future, loop=self)
        if is_new:
            # If the run is interrupted, nobody needs to hear that the task is pending.
            future._log_destroy_pending = False
        future.add_done_callback(_stop_when_done)
        try:
            self.run_forever()
        except BaseException:
            if is_new and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop_when_done)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    # -- async generators

    def _asyncgen_started(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(f"asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call",
                          ResourceWarning, source=self)
        import weakref
        self._live_asyncgens[id(agen)] = weakref.ref(agen)

    def _asyncgen_dropped(self, agen):
        self._live_asyncgens.pop(id(agen), None)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        self._asyncgens_shutdown_called = True
        alive = [agen for ref in self._live_asyncgens.values() if (agen := ref()) is not None]
        self._live_asyncgens.clear()
        if not alive:
            return
        from .tasks import gather
        results = await gather(*[agen.aclose() for agen in alive], return_exceptions=True)
        for result, agen in zip(results, alive):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                    "exception": result,
                    "asyncgen": agen,
                })

    # -- threads

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        from .futures import wrap_future
        if executor is None:
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            executor = self._default_executor
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
                self._default_executor = executor
        future = wrap_future(executor.submit(func, *args), loop=self)
        future._loopscope_role = "executor"
        return future

    def set_default_executor(self, executor):
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        executor.shutdown(wait=False)
        while any(thread.is_alive() for thread in executor._threads):
            future = self.create_future()
            executor._call_when_idle(lambda: self.call_soon_threadsafe(_set_if_pending, future))
            await future

    # -- errors

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def default_exception_handler(self, context):
        message = context.get("message") or "Unhandled exception in event loop"
        lines = [message]
        for key in sorted(context):
            if key in ("message", "exception"):
                continue
            value = context[key]
            if key in ("source_traceback", "handle_traceback"):
                continue
            lines.append(f"{key}: {value!r}")
        from ._report import log_error
        log_error("\n".join(lines), context.get("exception"))

    def call_exception_handler(self, context):
        handler = self._exception_handler
        if handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                from ._report import log_error
                log_error("Exception in default exception handler", error)
            return
        try:
            handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler",
                "exception": error,
                "context": context,
            })

    # -- the rest

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def add_signal_handler(self, sig, callback, *args):
        raise NotImplementedError("there are no signals here: a program is stopped with the Stop button")

    def remove_signal_handler(self, sig):
        return False


def _set_if_pending(future):
    if not future.done():
        future.set_result(None)


SelectorEventLoop = EventLoop


class AbstractEventLoopPolicy:
    """Who makes loops and remembers the current one."""


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def __init__(self):
        self._loop = None
        self._set_called = False

    def get_event_loop(self):
        if self._loop is None:
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        return self._loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(
                f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._set_called = True
        self._loop = loop

    def new_event_loop(self):
        return EventLoop()


_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    _policy = policy or DefaultEventLoopPolicy()


def get_event_loop():
    return _get_running_loop() or _policy.get_event_loop()


def set_event_loop(loop):
    _policy.set_event_loop(loop)


def new_event_loop():
    return _policy.new_event_loop()
