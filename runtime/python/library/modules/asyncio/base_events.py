# SPDX-License-Identifier: MIT
"""The event loop's Python half: what needs no speed. The rest is the native `_asyncio.Loop`."""

import _asyncio
from . import coroutines, events
from .log import logger

__all__ = ("BaseEventLoop",)


def _format_handle(handle):
    """How a handle, or the task it steps, is named in reports."""
    task = getattr(getattr(handle, "_callback", None), "__self__", None)
    return repr(task) if isinstance(task, _asyncio.Task) else str(handle)


def _run_until_complete_cb(fut):
    if not fut.cancelled():
        error = fut.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return  # run_forever() has ended by it
    fut.get_loop().stop()


class BaseEventLoop(_asyncio.Loop, events.AbstractEventLoop):
    """What all event loops have."""

    _clock_resolution = 1e-09

    def __init__(self):
        self._executor_shutdown_called = False
        self._asyncgens_shutdown_called = False
        self._live_asyncgens = {}
        self._origin_tracking_depth = None
        self.set_debug(coroutines._is_debug_mode())

    def __repr__(self):
        return (f"<{self.__class__.__name__} running={self.is_running()} "
                f"closed={self.is_closed()} debug={self.get_debug()}>")

    def __del__(self):
        if not self.is_closed():
            import warnings
            warnings.warn(f"unclosed event loop {self!r}", ResourceWarning, source=self)
            if not self.is_running():
                self.close()

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        running = self.is_running()
        if running or events._get_running_loop() is not None:
            raise RuntimeError("This event loop is already running" if running else
                               "Cannot run the event loop while another loop is running")

    # -- running

    def _run_forever_setup(self):
        import sys
        self._check_closed()
        self._check_running()
        self._set_coroutine_origin_tracking(self.get_debug())
        self._old_agen_hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)

    def _run_forever_cleanup(self):
        import sys
        self._set_coroutine_origin_tracking(False)
        if self._old_agen_hooks is not None:
            sys.set_asyncgen_hooks(*self._old_agen_hooks)
            self._old_agen_hooks = None

    def run_forever(self):
        """Runs until stop() is called."""
        self._run_forever_setup()
        try:
            self._run()
        finally:
            self._run_forever_cleanup()

    def _run_once(self):
        """One iteration, for programs that turn the loop by hand."""
        self._check_closed()
        self.stop()
        self._run()

    def run_until_complete(self, future):
        """Runs until the future, or the task made of a coroutine, is done; returns its result."""
        from .tasks import ensure_future
        self._check_closed()
        self._check_running()
        made_here = not _asyncio.isfuture(future)
        task = ensure_future(future, loop=self)
        if made_here:
            # If the run is interrupted, nobody needs to hear that the task is pending.
            task._log_destroy_pending = False
        task.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            failed = made_here and task.done() and not task.cancelled()
            if failed:
                task.exception()  # counts as retrieved: what ended the run is told
            raise
        finally:
            task.remove_done_callback(_run_until_complete_cb)
        if task.done():
            return task.result()
        raise RuntimeError("Event loop stopped before Future completed.")

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        if self.get_debug():
            logger.debug("Close %r", self)
        self._close()
        self._executor_shutdown_called = True
        if (executor := self._default_executor) is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    # -- debug mode

    def set_debug(self, enabled):
        self._debug = enabled
        if self.is_running():
            self.call_soon_threadsafe(self._set_coroutine_origin_tracking, enabled)

    def _set_coroutine_origin_tracking(self, enabled):
        if bool(enabled) == (self._origin_tracking_depth is not None):
            return
        import sys
        if enabled:
            self._origin_tracking_depth = sys.get_coroutine_origin_tracking_depth()
            sys.set_coroutine_origin_tracking_depth(10)
        else:
            sys.set_coroutine_origin_tracking_depth(self._origin_tracking_depth)
            self._origin_tracking_depth = None

    def _report_slow(self, handle, seconds):
        """The native loop calls it for a handle or task whose step took too long."""
        logger.warning("Executing %s took %.3f seconds", handle, seconds)

    # -- async generators

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(f"asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call",
                          ResourceWarning, source=self)
        import weakref
        # One that has come to its end leaves its place; the next with its address is the youngest all the same.
        self._live_asyncgens.pop(id(agen), None)
        self._live_asyncgens[id(agen)] = weakref.ref(agen)

    def _asyncgen_finalizer_hook(self, agen):
        self._live_asyncgens.pop(id(agen), None)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Closes all asynchronous generators that are being iterated."""
        self._asyncgens_shutdown_called = True
        alive = [agen for ref in self._live_asyncgens.values() if (agen := ref()) is not None]
        self._live_asyncgens.clear()
        if not alive:
            return
        results = await _asyncio.gather(*[agen.aclose() for agen in alive], return_exceptions=True)
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
        if self.get_debug():
            self._check_callback(func, "run_in_executor")
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
                self._default_executor = executor
        from .futures import wrap_future
        future = wrap_future(executor.submit(func, *args), loop=self)
        future._loopscope_role = "executor"
        return future

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Waits for the threads of the default executor, at most `timeout` seconds."""
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        import threading
        from . import timeouts
        future = self.create_future()
        thread = threading.Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        try:
            async with timeouts.timeout(timeout):
                await future
        except TimeoutError:
            import warnings
            warnings.warn(f"The executor did not finishing joining its threads within {timeout} seconds.",
                          RuntimeWarning, stacklevel=2)
            self._default_executor.shutdown(wait=False)
        else:
            thread.join()

    def _do_shutdown(self, future):
        from .futures import _set_result_unless_cancelled
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(_set_result_unless_cancelled, future, None)
        except Exception as error:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, error)

    # -- errors

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def default_exception_handler(self, context):
        """Logs what went wrong."""
        if "source_traceback" not in context and (created := self._current_handle_origin()):
            context["handle_traceback"] = created
        error = context.get("exception")
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key in ("message", "exception"):
                continue
            value = context[key]
            if key in ("source_traceback", "handle_traceback"):
                import traceback
                what = "Object" if key == "source_traceback" else "Handle"
                value = f"{what} created at (most recent call last):\n" + "".join(traceback.format_list(value)).rstrip()
            else:
                value = repr(value)
            lines.append(f"{key}: {value}")
        logger.error("\n".join(lines), exc_info=(type(error), error, error.__traceback__) if error is not None else False)

    def call_exception_handler(self, context):
        if "handle" in context and getattr(context.get("exception"), "__traceback__", self) is None:
            events._run(context["exception"])
        handler = self._exception_handler
        if handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                logger.error("Exception in default exception handler", exc_info=True)
            return
        try:
            # In the context of whom it is about, if that has one.
            thing = next((context[key] for key in ("task", "future", "handle") if context.get(key) is not None), None)
            ctx = thing.get_context() if hasattr(thing, "get_context") else None
            if hasattr(ctx, "run"):
                ctx.run(handler, self, context)
            else:
                handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            try:
                self.default_exception_handler({
                    "message": "Unhandled error in exception handler",
                    "exception": error,
                    "context": context,
                })
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                logger.error("Exception in default exception handler while handling an unexpected error "
                             "in custom exception handler", exc_info=True)

    # -- task factories

    def set_task_factory(self, factory):
        if factory is None or callable(factory):
            self._task_factory = factory
        else:
            raise TypeError("task factory must be a callable or None")

    def get_task_factory(self):
        return self._task_factory


# Servers and what connections share.
_OF_CONNECTIONS = ("Server", "_HAS_IPv6", "_SendfileFallbackProtocol", "_check_ssl_socket", "_format_pipe",
                   "_interleave_addrinfos", "_ipaddr_info", "_set_nodelay", "_set_reuseport")


def __getattr__(name):
    if name not in _OF_CONNECTIONS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import _network
    return getattr(_network.base_events, name)
