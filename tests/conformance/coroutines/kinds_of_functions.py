"""Which kind of object a function gives, and what inspect and flags say about it."""
import inspect
import types


def plain():
    return 1


def generator():
    yield 1


async def coroutine():
    return 1


async def async_generator():
    yield 1


class Holder:
    async def method(self):
        pass

    @staticmethod
    async def static():
        pass

    @classmethod
    async def of_class(cls):
        pass

    async def stream(self):
        yield 1


lambda_generator = lambda: (yield)
holder = Holder()
for f in (plain, generator, coroutine, async_generator, holder.method, Holder.static, Holder.of_class, holder.stream, lambda_generator, len, Holder):
    print(
        f"{f.__name__:16}",
        inspect.iscoroutinefunction(f),
        inspect.isgeneratorfunction(f),
        inspect.isasyncgenfunction(f),
        inspect.isfunction(f),
        inspect.ismethod(f),
        f"{f.__code__.co_flags & 0x3A0:#x}" if hasattr(f, "__code__") else "-",
    )
c, g, a = coroutine(), generator(), async_generator()
for value in (c, g, a):
    print(type(value), inspect.isawaitable(value), inspect.iscoroutine(value), inspect.isgenerator(value), inspect.isasyncgen(value))
c.close()


@types.coroutine
def old_style():
    yield 1


print(inspect.isawaitable(old_style()), inspect.iscoroutinefunction(old_style), type(old_style()).__name__)
print([n for n in dir(c) if not n.startswith("__")])
print([n for n in dir(g) if not n.startswith("__")])
print([n for n in dir(a) if not n.startswith("__")])
for kind in (types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType):
    try:
        kind()
    except TypeError as error:
        print(error)
