# singledispatch: by type, by annotation, unions, abstract classes, methods.
from collections.abc import Mapping, Sized
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(value, depth=0):
    return f"object {value!r}"


@show.register
def _(value: int, depth=0):
    return f"int {value}"


@show.register(list)
@show.register(tuple)
def show_sequence(value, depth=0):
    return "[" + ", ".join(show(v, depth + 1) for v in value) + "]"


@show.register
def _(value: Mapping, depth=0):
    return "{" + ", ".join(f"{k}: {show(v)}" for k, v in value.items()) + "}"


@show.register
def _(value: str | bytes, depth=0):
    return f"text {value!r}"


class Number(int):
    pass


class Sizeable:
    def __len__(self):
        return 3


for value in (1, True, Number(4), "s", b"b", [1, ("x", 2.5)], {"k": [None]}, 1.5, Sizeable()):
    print(show(value))
show.register(Sized, lambda value, depth=0: f"sized {len(value)}")
print(show(Sizeable()), show({1, 2}), show({"a": 1}))
print(show.dispatch(bool).__annotations__, show.dispatch(float) is show.dispatch(object), show.dispatch(tuple) is show_sequence)
try:
    show()
except TypeError as error:
    print(error)
try:
    show.register("no type")
except TypeError as error:
    print(str(error).replace("'", '"'))


class Writer:
    @singledispatchmethod
    def write(self, value):
        raise NotImplementedError(type(value).__name__)

    @write.register
    def _(self, value: int):
        return f"{type(self).__name__} int"

    @write.register(str)
    @classmethod
    def _(cls, value):
        return f"{cls.__name__} str"


print(Writer().write(1), Writer().write("x"))
try:
    Writer().write(1.5)
except NotImplementedError as error:
    print("not implemented for", error)
