# contextlib: contextmanager, suppress, closing, ExitStack, redirect_stdout, nullcontext.
from contextlib import ContextDecorator, ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print(f"</{name}>")


with tag("a") as t, tag("b"):
    print(t)
with tag("v"):
    raise ValueError("v")
try:
    with tag("k"):
        raise KeyError("k")
except KeyError as error:
    print("passed", error)


@tag("decorator")
def decorated(x):
    print("body", x)
    return x


print(decorated(1), decorated(2), decorated.__name__)
with suppress(KeyError, IndexError):
    print({}["x"])
    print("never")
with suppress():
    print("nothing suppressed")


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", sep="")
    stack.push(lambda *error: print("push", error[0]) or True)
    print(names)
    raise RuntimeError("swallowed by push")
with ExitStack() as stack:
    stack.enter_context(tag("moved"))
    kept = stack.pop_all()
print("still open")
kept.close()


class Deco(ContextDecorator):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *error):
        print("exit")
        return False


@Deco()
def run():
    print("run")


run()
with nullcontext(5) as n:
    print(n)


@contextmanager
def broken():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def reraises():
    try:
        yield
    except KeyError:
        raise IndexError("converted")


for work in (broken, twice):
    try:
        with work():
            pass
    except RuntimeError as error:
        print(error)
try:
    with reraises():
        raise KeyError
except IndexError as error:
    print(error, repr(error.__context__))
one = tag("once")
with one:
    pass
try:
    with one:
        pass
except (RuntimeError, AttributeError) as error:
    print(type(error).__name__)
