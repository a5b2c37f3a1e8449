# SPDX-License-Identifier: MIT
# What lessons about asyncio call besides the usual: iterators by hand, contexts, states as text, data classes, operators.
import asyncio
import contextvars
import functools
import gc
import inspect
import logging
import sys
import traceback
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field

request = contextvars.ContextVar("request", default="none")


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False, default="job")
    tags: list = field(compare=False, default_factory=list, repr=False)

    def __post_init__(self):
        self.tags.append(self.name)


@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0

    @property
    def size(self) -> float:
        return abs(self.x) + abs(self.y)


class Amount:
    """A number with everything that numbers do."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Amount({self.value})"

    def __bool__(self):
        return self.value != 0

    def __eq__(self, other):
        return isinstance(other, Amount) and self.value == other.value

    def __lt__(self, other):
        return self.value < other.value

    def __hash__(self):
        return hash(self.value)

    def __add__(self, other):
        return Amount(self.value + getattr(other, "value", other))

    __radd__ = __add__

    def __sub__(self, other):
        return Amount(self.value - other.value)

    def __mul__(self, factor):
        return Amount(self.value * factor)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return Amount(self.value / other)

    def __floordiv__(self, other):
        return Amount(self.value // other)

    def __mod__(self, other):
        return Amount(self.value % other)

    def __neg__(self):
        return Amount(-self.value)

    def __abs__(self):
        return Amount(abs(self.value))

    def __int__(self):
        return int(self.value)

    def __float__(self):
        return float(self.value)

    def __iadd__(self, other):
        self.value += getattr(other, "value", other)
        return self

    def __or__(self, other):
        return self.value, other

    def __and__(self, other):
        return Amount(min(self.value, other.value))

    def __rshift__(self, other):
        return f"{self.value} >> {other}"


class Celsius:
    """A descriptor, which checks what it is given."""

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if value < -273:
            raise ValueError(f"too cold: {value}")
        setattr(instance, self.name, value)


class Room:
    warmth = Celsius()

    @property
    def fahrenheit(self):
        return self.warmth * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.warmth = (value - 32) * 5 / 9

    @classmethod
    def at(cls, warmth):
        room = cls()
        room.warmth = warmth
        return room


class Shelf:
    def __init__(self):
        self.items = {}

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value

    def __delitem__(self, key):
        del self.items[key]

    def __contains__(self, key):
        return key in self.items

    def __iter__(self):
        return iter(self.items)

    def __getattr__(self, name):
        try:
            return self.items[name]
        except KeyError:
            raise AttributeError(name) from None

    def __call__(self, *keys):
        return [self[key] for key in keys]


async def numbers(count):
    received = None
    try:
        for n in range(count):
            received = yield n if received is None else (n, received)
            await asyncio.sleep(0)
    except ValueError as error:
        yield f"thrown: {error}"
    finally:
        print("numbers are over")


async def waits_for(awaitable):
    try:
        return await awaitable
    finally:
        print("waited")


async def by_hand():
    steps = numbers(5)
    print(await anext(steps), await steps.__anext__(), await steps.asend("hello"), await steps.athrow(ValueError("stop")))
    await steps.aclose()
    print(await anext(steps, "nothing left"))
    with suppress(StopAsyncIteration):
        await steps.asend(None)
    coroutine = asyncio.sleep(0, "slept")
    print(inspect.isawaitable(coroutine), inspect.iscoroutine(coroutine), inspect.iscoroutinefunction(by_hand), await coroutine)
    print(inspect.isasyncgen(steps), inspect.isasyncgenfunction(numbers), steps.__name__)

    class Answer:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return 42

    print(await Answer(), [n async for n in aiter(numbers(2))])
    driven = waits_for(asyncio.get_running_loop().create_future())
    print(type(driven.send(None)).__name__, inspect.getcoroutinestate(driven), driven.cr_await is not None)
    print(driven.cr_code.co_name, driven.cr_running, type(driven.cr_frame).__name__, sys.get_asyncgen_hooks().finalizer is not None)
    driven.close()
    try:
        (n for n in "ab").send("too early")
    except TypeError as error:
        print(error)
    driven = waits_for(Answer())
    driven.send(None)
    try:
        driven.throw(ValueError("thrown in"))
    except ValueError as error:
        print(error, inspect.getcoroutinestate(driven))


async def contexts():
    token = request.set("first")
    inner = contextvars.copy_context()
    inner.run(request.set, "inner")
    print(request.get(), inner[request], token.var is request, token.old_value is contextvars.Token.MISSING)
    print(len(inner) > 0, request in inner, [value for var, value in inner.items() if var is request], inner.get(request))
    request.reset(token)
    print(request.get(), request.name)
    context = contextvars.copy_context()
    await asyncio.create_task(change(), context=context)
    print(request.get(), context[request])


async def change():
    request.set("changed")


def without_address(thing):
    text = repr(thing)
    return " ".join(word for word in text.replace("[", " [").split() if not word.startswith("0x") and word != "at")


async def states():
    lock, semaphore, event, condition = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event(), asyncio.Condition()
    queue, barrier = asyncio.Queue(3), asyncio.Barrier(2)
    await queue.put("item")
    event.set()
    async with lock, semaphore, condition:
        for thing in lock, semaphore, event, condition, barrier:
            print(without_address(thing))
    print(str(queue), queue.maxsize, queue.full())
    loop = asyncio.get_running_loop()
    handle = loop.call_later(100, print, "never")
    print(type(handle).__name__, handle.when() > loop.time(), handle.cancelled())
    handle.cancel()
    print(handle.cancelled(), loop.is_running(), loop.is_closed(), loop.get_debug(), loop.slow_callback_duration)
    soon = loop.call_soon(print, "never")
    soon.cancel()
    print(type(soon.get_context()).__name__, repr(soon).split()[0], repr(handle).split()[0], soon.cancelled())
    holders = [asyncio.create_task(hold(lock)) for _ in range(2)]
    await asyncio.sleep(0)
    await lock.acquire()
    lock.release()
    print(event.is_set(), await asyncio.wait_for(event.wait(), 1), [holder.done() for holder in holders], lock.locked())
    event.clear()
    loop.call_later(0.001, event.set)
    await event.wait()
    for line in asyncio.LifoQueue(), asyncio.PriorityQueue():
        for n in 2, 1:
            line.put_nowait(n)
        print(await line.get(), line.get_nowait(), line.empty(), line.qsize())
    future = loop.create_future()
    future.add_done_callback(lambda done: print("done", done.result()))
    loop.call_soon(future.set_result, 1)
    print(await future, future.done(), future.exception(), future.cancelled())
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as error:
        print(error)
    task = asyncio.create_task(change(), name="changer")
    print(task.get_name(), task.get_coro().__name__, task in asyncio.all_tasks(), asyncio.current_task() is task)
    task.set_name("renamed")
    await task
    print(task.get_name(), task.cancel(), task.cancelling(), asyncio.iscoroutine(task), asyncio.isfuture(task))
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"].split(" at ")[0].split("(")[0], context["exception"]))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(change())
    print(task.done())
    loop.set_task_factory(None)
    loop.slow_callback_duration = 60
    loop.set_debug(True)
    await asyncio.create_task(change())
    loop.set_debug(False)
    queue.shutdown(immediate=True)
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        print(type(error).__name__)
    await semaphore.acquire()
    waiting = [asyncio.create_task(semaphore.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    print(sum(task.done() for task in waiting), semaphore.locked())
    await asyncio.wait(waiting, timeout=0.001)
    waiting[-1].cancel()
    print([task.done() for task in waiting[:2]], await asyncio.gather(waiting[-1], return_exceptions=True))
    print(gc.collect() >= 0, sys.getrecursionlimit())


def forgotten():
    value = 1

    def inner():
        return value

    del value
    return inner()


def unbound():
    print(later)
    later = 1


async def hold(lock):
    async with lock:
        await asyncio.sleep(0.001)


async def data():
    queue = asyncio.PriorityQueue()
    for job in Job(3, "low"), Job(1, "high"), Job(2):
        await queue.put(job)
    print([await queue.get() for _ in range(3)])
    near, far = Point(1), Point(3, -4)
    print(near, far.size, near == Point(1.0), hash(near) == hash(Point(1)), {near: "near"}[Point(1)], Job(1) < Job(2))
    try:
        near.x = 2
    except AttributeError as error:
        print(type(error).__name__, error)
    one, two = Amount(1), Amount(2)
    print(bool(one), bool(Amount(0)), one + two, sum([one, two]), two - one, two * 3, 3 * two, two / 4, Amount(7) // 2, Amount(7) % 4)
    print(-one, abs(-two), int(two), float(two), one | two, one & two, one >> 3, sorted([two, one]), one == Amount(1), one != two, len({one, Amount(1)}))
    if one and not Amount(0):
        one += 5
    while two:
        two = two - one if two == one else Amount(0)
    print(one, not one, max(one, two, key=float))
    room = Room.at(20)
    room.fahrenheit = 50
    print(room.warmth, room.fahrenheit, super(Room, room).__class__.__name__, repr(n for n in "").split(" at ")[0])
    for wrong in (lambda: setattr(room, "warmth", -300)), unbound, forgotten, (lambda: room.warmt), (lambda: room.at.missing):
        try:
            wrong()
        except (ValueError, NameError, AttributeError) as error:
            print(traceback.format_exception_only(error)[-1].strip())
    shelf = Shelf()
    shelf["a"], shelf["b"] = 1, 2
    del shelf["b"]
    print(len(shelf), "a" in shelf, list(shelf), shelf.a, shelf("a"), hasattr(shelf, "zzz"), bool(shelf), getattr(shelf, "b", "gone"))
    print("ABC".isupper(), "abc".islower(), "a1".isalnum(), " ".isspace(), "a_1".isidentifier(), "abc".isascii(), "½".isnumeric())


@asynccontextmanager
async def resource(name):
    print("open", name)
    try:
        yield name.upper()
    finally:
        print("close", name)


@contextmanager
def section(title):
    print(f"<{title}>")
    yield
    print(f"</{title}>")


def describe(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        frame = sys._getframe()
        print(f"{function.__name__}{inspect.signature(function)} from {frame.f_code.co_name} line {frame.f_lineno > 0} {frame.f_back is not None}")
        return await function(*args, **kwargs)
    return wrapper


@describe
async def failing(kind, *, delay: float = 0):
    await asyncio.sleep(delay)
    raise kind("wrong")


async def errors():
    async with resource("file") as name:
        with section(name):
            try:
                await failing(LookupError, delay=0.001)
            except LookupError as error:
                print(traceback.format_exc().splitlines()[-1], len(traceback.extract_tb(error.__traceback__)) > 1)
                print("".join(traceback.format_exception_only(error)).strip(), error.__traceback__.tb_lineno > 0)
    try:
        raise ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), OSError(3)])])
    except ExceptionGroup as group:
        traceback.print_exception(group, file=sys.stdout)
        print(group.split(ValueError)[0], group.subgroup(lambda error: isinstance(error, OSError)))
    results = await asyncio.gather(failing(KeyError), failing(OSError), return_exceptions=True)
    print([repr(result) for result in results])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing(ValueError))
            group.create_task(failing(TypeError))
    except* ValueError as caught:
        print("values", caught.exceptions)
    except* TypeError as caught:
        print("types", [type(error).__name__ for error in caught.exceptions])
    try:
        async with asyncio.timeout(0.001):
            await asyncio.Event().wait()
    except TimeoutError as error:
        print("timeout", repr(error), type(error.__cause__).__name__)


async def records():
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    log = logging.getLogger("lesson")
    log.info("%d of %s, %.1f%%", 1, "two", 50)
    log.debug("not shown")
    try:
        assert round(2.567, 1) == round(3.4), "rounded"
    except AssertionError as error:
        log.warning("caught %r", error)
    print(round(2.5), round(3), round(1234.567, -2), __import__("math").pi, [name for name in dir(Shelf) if name[0] != "_"])
    logging.shutdown()


async def main():
    for lesson in by_hand, contexts, states, data, errors, records:
        print(f"--- {lesson.__name__}")
        await lesson()


asyncio.run(main())


class Careless:
    def __del__(self):
        raise RuntimeError("on the way out")


sys.unraisablehook = lambda seen: print("ignored:", seen.exc_type.__name__, seen.exc_value)
Careless()

# As it was written before asyncio.run().
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.run_until_complete(asyncio.sleep(0, "slept")))
loop.call_soon(loop.stop)
loop.run_forever()
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print(loop.is_closed())
with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, "ran")), runner.get_loop().is_running())
