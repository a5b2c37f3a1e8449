# ExitStack: managers entered in a loop, callbacks, and moving the stack elsewhere.
from contextlib import ExitStack, contextmanager


@contextmanager
def resource(name, fail=False):
    print("open", name)
    if fail:
        raise OSError(f"no {name}")
    try:
        yield name.upper()
    finally:
        print("close", name)


with ExitStack() as stack:
    names = [stack.enter_context(resource(n)) for n in "abc"]
    stack.callback(print, "callback", "with", sep="+")
    print(names)

try:
    with ExitStack() as stack:
        stack.enter_context(resource("one"))
        stack.enter_context(resource("two", fail=True))
        print("never")
except OSError as error:
    print("caught", error)


def open_all(names):
    with ExitStack() as stack:
        opened = [stack.enter_context(resource(n)) for n in names]
        return stack.pop_all(), opened


kept, opened = open_all(["x", "y"])
print("still open", opened)
kept.close()


def swallow(kind, error, traceback):
    print("exit sees", kind.__name__ if kind else None)
    return kind is ValueError


with ExitStack() as stack:
    stack.push(lambda *details: print("after", details[0]))
    stack.push(swallow)
    raise ValueError("gone")
print("goes on")
