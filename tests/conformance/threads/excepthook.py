# threading.excepthook in place of the report.
import threading


def fails(text):
    raise ValueError(text)


def hook(arguments):
    print("hook:", arguments.exc_type.__name__, arguments.exc_value, arguments.exc_traceback is not None, arguments.thread.name)


def run(name):
    thread = threading.Thread(target=fails, args=(name,), name=name)
    thread.start()
    thread.join()


threading.excepthook = hook
run("one")


def bad_hook(arguments):
    raise RuntimeError("the hook fails")


threading.excepthook = bad_hook
run("two")
threading.excepthook = threading.__excepthook__
run("three")
arguments = threading.ExceptHookArgs((ValueError, ValueError("by hand"), None, None))
print(arguments.exc_type, arguments.exc_value, arguments.thread)
try:
    threading.ExceptHookArgs((1, 2))
except TypeError as error:
    print(error)
