# Coroutines driven by hand: nested awaits, send and throw through them, closing.
import types


class Pause:
    def __init__(self, label):
        self.label = label

    def __await__(self):
        got = yield self.label
        return f"{self.label}:{got}"


@types.coroutine
def raw(value):
    return (yield value) or "nothing"


async def inner(name):
    try:
        first = await Pause(name + "1")
        second = await raw(name + "2")
        return first, second
    except KeyError as error:
        print("inner caught", error)
        return await Pause("recovered")
    finally:
        print("inner finally", name)


async def outer():
    a = await inner("a")
    b = await inner("b")
    return a, b


c = outer()
print(c.send(None), c.cr_await is not None, c.cr_running)
print(c.send("x"), c.send(None))
print(c.throw(KeyError("thrown")))
try:
    c.send("end")
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
d = outer()
try:
    d.send("early")
except TypeError as error:
    print(error)
print(next(d.__await__()))
print(d.close(), d.cr_frame)


async def stubborn():
    try:
        await Pause("p")
    except GeneratorExit:
        await Pause("again")


s = stubborn()
s.send(None)
try:
    s.close()
except RuntimeError as error:
    print(error)


async def wrong():
    await 5


try:
    wrong().send(None)
except TypeError as error:
    print(error)


class Bad:
    def __await__(self):
        return [1]


async def worse():
    await Bad()


try:
    worse().send(None)
except TypeError as error:
    print(error)
