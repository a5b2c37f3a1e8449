"""frame.clear(): refused while the frame runs or is suspended; keywords whose comparison empties the dict they come from."""
import sys
import types


def generator():
    kept = object()
    try:
        yield sys._getframe()
    finally:
        print("finally", kept is not None)


def attempt(do):
    try:
        do()
    except Exception as error:
        print(type(error).__name__ + ":", error)
    else:
        print("cleared")


running = generator()
frame = next(running)
attempt(frame.clear)
print(next(running, "end"))
attempt(frame.clear)


@types.coroutine
def pause():
    yield


async def coroutine():
    await pause()


waiting = coroutine()
waiting.send(None)
attempt(waiting.cr_frame.clear)
waiting.close()


def clears_itself():
    attempt(sys._getframe().clear)
    yield


next(clears_itself())
unstarted = generator()
attempt(unstarted.gi_frame.clear)
print(list(unstarted))
try:
    1 / 0
except ZeroDivisionError as error:
    attempt(error.__traceback__.tb_frame.clear)


class Key(str):
    source = None

    def __hash__(self):
        return hash("name")

    def __eq__(self, other):
        if Key.source:
            Key.source.clear()
        return str.__eq__(self, other)


def function(**keywords):
    return sorted(keywords)


source = {Key("other"): [1], "last": [2]}
Key.source = source
attempt(lambda: function(**{"name": 1}, **source))
print(source)
