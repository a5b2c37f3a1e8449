# ContextDecorator, generator managers as decorators, and generators that misbehave.
from contextlib import AbstractContextManager, ContextDecorator, contextmanager


class tag(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print(f"<{self.name}>")
        return self

    def __exit__(self, *details):
        print(f"</{self.name}>")
        return False


@contextmanager
def section(title):
    print("==", title)
    yield
    print("--", title)


@tag("p")
@section("one")
def paragraph(text):
    print(text)


paragraph("hello")
paragraph("again")


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def swallows():
    try:
        yield
    except ValueError:
        print("swallowed")


for make in (never, twice):
    try:
        with make():
            print("body of", make.__name__)
    except RuntimeError as error:
        print(error)
with swallows():
    raise ValueError
try:
    with twice():
        raise KeyError("inside")
except KeyError as error:
    print(repr(error))
manager = section("used")
with manager:
    pass
try:
    with manager:
        pass
except Exception as error:
    print(type(error).__name__, error)
print(issubclass(tag, AbstractContextManager), isinstance(open, AbstractContextManager))
