# None, bool, Ellipsis, NotImplemented, complex, object.
print(None, True, False, ..., NotImplemented, type(None), type(...), type(True), bool.__mro__)
print(True + 1, True == 1, True is True, not None, None is None, None == 0, bool("False"), True & False, True | False, True ^ True, ~True if False else -1)
print(isinstance(True, int), int(True), str(False), repr(True), [False, True][True], "yes" if None else "no", True and "last", None or "default")
print(sum([True, True, False]), max(True, 2), True < 2, f"{True:d} {True}", hash(True), {True: "a"}[1])
nothing = None
z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), z * 1j, z + 1, z / 2, z**2, -z, z == 3 + 4j, complex(1, -2), complex("1+2j"), 1j, complex(0, 0), 2.5 - 0j, bool(0j))
for work in (lambda: None + 1, lambda: None.x, lambda: nothing(), lambda: nothing[0], lambda: len(None), lambda: None < None, lambda: iter(None), lambda: z < z, lambda: int(z), lambda: z // 1, lambda: complex("x")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
o = object()
print(o == o, o != object(), isinstance(o, object), type(o), hash(o) == hash(o), bool(o), callable(o))
print(id(None) == id(None), type(type), type(int), type(5).__name__, type("x") is str, type(print).__name__)
print(isinstance(5, (str, int)), isinstance(5, int | str), issubclass(bool, int), isinstance(None, type(None)))
for work in (lambda: isinstance(5, 5), lambda: issubclass(5, int), lambda: isinstance(5)):
    try:
        print(work())
    except TypeError as error:
        print(error)
