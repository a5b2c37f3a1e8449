"""__init__ must not be a coroutine or a generator."""
import warnings

warnings.simplefilter("ignore")


class Async:
    async def __init__(self):
        print("never")


class Generator:
    def __init__(self):
        yield 1


class AsyncGenerator:
    async def __init__(self):
        yield 1


class Returns:
    def __init__(self):
        return "something"


class ReturnsNone:
    def __init__(self):
        return None


for kind in (Async, Generator, AsyncGenerator, Returns, ReturnsNone):
    try:
        print(type(kind()).__name__)
    except TypeError as error:
        print(kind.__name__, error)
Async()
