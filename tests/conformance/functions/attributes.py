# What a function object knows about itself.
def plain(a, b: int = 3, *c, d: str = "x", **e) -> bool:
    """First line.

    More text.
    """
    local = a
    return bool(local)


print(plain.__name__, plain.__qualname__, plain.__module__)
print(plain.__doc__.splitlines())
print(plain.__defaults__, plain.__kwdefaults__)
print(plain.__annotations__)
code = plain.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount)
print(code.co_varnames)
plain.count = 5
plain.count += 1
print(plain.count, plain.__dict__)
plain.__name__ = "renamed"
print(plain.__name__, plain.__qualname__)
try:
    plain.missing
except AttributeError as error:
    print(error)
try:
    del plain.missing
except AttributeError as error:
    print(error)


class Outer:
    class Inner:
        def method(self):
            def nested():
                return lambda: 0

            return nested


print(Outer.Inner.method.__qualname__)
print(Outer.Inner().method().__qualname__)
print(Outer.Inner().method()().__qualname__)
print((lambda: 0).__name__)
print(callable(plain), callable(5), callable(Outer), callable(Outer()))
print(type(plain).__name__, type(len).__name__, type(Outer().Inner().method).__name__)
