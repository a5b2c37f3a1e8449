"""eval(), exec() and compile() of bytes-like sources and in dicts of one's own; what slots make of failing descriptors."""
import array


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__ + ":", error)


for source in (b"6 * 7", bytearray(b"6 * 7"), memoryview(b"6 * 7"), array.array("B", b"6 * 7")):
    print(eval(source), eval(compile(source, "<test>", "eval")))
    exec(bytearray(b"print('in ' + ") + b"'exec')")
attempt(lambda: eval(5))
attempt(lambda: exec(None))


class Answering(dict):
    def __getitem__(self, key):
        print("asked for", key)
        if key.startswith("un"):
            raise KeyError(key)
        return f"<{key}>"


attempt(lambda: eval("spam", Answering()))
attempt(lambda: eval("spam", {}, Answering()))
attempt(lambda: eval("unknown", Answering()))
names = {}
exec("def function(): return ham\nresult = eggs", Answering(), names)
print(names["result"], names["function"]())
own = Answering()
exec("global y\ny = 2\nx = 1\nunprinted = 3", own)
print(dict.__getitem__(own, "x"), dict.__getitem__(own, "y"))

attempt(lambda: __import__("sys", level=-1))
attempt(lambda: __import__("sys", level=0).__name__)


class Plain:
    pass


plain = Plain()
plain.x = 1
kept = plain.__dict__
del plain.__dict__
print(plain.__dict__, kept, hasattr(plain, "x"))
plain.y = 2
print(plain.__dict__, vars(plain))


class Failing:
    def __get__(self, instance, owner):
        raise LookupError("no method today")


class Refusing:
    __iter__ = __next__ = __aiter__ = __anext__ = __await__ = __len__ = Failing()


for function in (iter, next, aiter, anext, len, list):
    attempt(lambda: function(Refusing()))


async def waits():
    await Refusing()


attempt(lambda: waits().send(None))
print(array.array("b", b"abc") == b"abc", b"abc" == array.array("b", b"abc"), bytearray(b"abc") == array.array("b", b"abc"))
print(memoryview(b"abc") == array.array("B", b"abc"), b"abc" == memoryview(b"abc"), b"abc" == bytearray(b"abc"))
print(b"abc" < bytearray(b"abd"), bytearray(b"abc") <= bytearray(b"abc"), b"abc" != array.array("B", b"abc"))
match memoryview(b"abc"):
    case [first, *rest]:
        print(first, rest)
