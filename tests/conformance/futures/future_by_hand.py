# A Future's states, and what it refuses.
import re
import threading
from concurrent.futures import CancelledError, Future, InvalidStateError


def attempt(what, *arguments, **options):
    try:
        return what(*arguments, **options)
    except Exception as error:
        return re.sub(r"0x[0-9a-f]+", "0x...", f"{type(error).__name__}: {error}")
    except BaseException as error:
        return f"! {type(error).__name__}"


def show(future):
    print(re.sub(r"0x[0-9a-f]+", "0x...", repr(future)), future.done(), future.running(), future.cancelled())


future = Future()
show(future)
print(attempt(future.result, timeout=0.01), attempt(future.exception, timeout=0))
print(future.set_running_or_notify_cancel())
show(future)
print(future.cancel())
future.set_result([1])
show(future)
print(attempt(future.set_result, 2), attempt(future.set_exception, ValueError()))
failed = Future()
failed.set_exception(ValueError("v"))
show(failed)
print(attempt(failed.result), repr(failed.exception()))
cancelled = Future()
print(cancelled.cancel(), cancelled.cancel())
show(cancelled)
print(attempt(cancelled.result), attempt(cancelled.exception))
print(cancelled.set_running_or_notify_cancel())
print(issubclass(CancelledError, Exception), CancelledError.__module__, InvalidStateError.__module__, TimeoutError.__module__)
waiting = Future()
threading.Timer(0.1, waiting.set_result, ("from a timer",)).start()
print(waiting.result(timeout=5))
