"""`del x[k]` and `x[k] = v` where they are not possible: sequences are refused in other words than the rest."""


class Plain:
    pass


class OnlySets:
    def __setitem__(self, key, value):
        print("set", key, value)


class OnlyDeletes:
    def __delitem__(self, key):
        print("delete", key)


def attempt(value, key):
    name = type(value).__name__
    try:
        del value[key]
        print(name, "deleted", key)
    except Exception as error:
        print(name, type(error).__name__, error)
    try:
        value[key] = 1
        print(name, "assigned", key)
    except Exception as error:
        print(name, type(error).__name__, error)


for value in (1, 2.5, None, "text", b"bytes", (1, 2), frozenset({1}), {1}, range(3), Plain(), Plain, len, ..., {}.keys(), OnlySets(), OnlyDeletes()):
    for key in (0, "key", slice(0, 1)):
        attempt(value, key)

for operation in (lambda: 256 @ 3, lambda: True @ 2, lambda: 2.5 @ 1):
    try:
        print(operation())
    except TypeError as error:
        print(error)
print(list[int], list[attempt], dict[str, Plain], tuple[()], type[None])
