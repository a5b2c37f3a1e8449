# Passing arguments on, and what a function knows of its own parameters.
def target(a, b=10, *args, key, other="o", **rest):
    return a, b, args, key, other, rest


def forward(*args, **kwargs):
    return target(*args, **kwargs)


print(forward(1, key="k"), forward(1, 2, 3, key="k", z=0), forward(b=1, a=2, key=3))
for args, kwargs in (((), {}), ((1,), {}), ((1,), {"a": 2, "key": 1}), ((1, 2), {"b": 3, "key": 0})):
    try:
        print(forward(*args, **kwargs))
    except TypeError as error:
        print(error)
code = target.__code__
print(code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames, target.__defaults__, target.__kwdefaults__)
target.__defaults__ = (1, 2)
target.__kwdefaults__["key"] = "now a default"
print(target(), target(other=5))
target.__defaults__ = None
try:
    target()
except TypeError as error:
    print(error)


def collect(**kwargs):
    kwargs["new"] = 1
    return kwargs


given = {"x": 1}
print(collect(**given), given)


def positional(a, /, **kwargs):
    return a, kwargs


print(positional(1, a=2))


def evaluated():
    print(*(order(n) for n in "ab"), end=" ")
    return call(order(1), *order([2]), k=order(3), **order({"m": 4}))


def order(value):
    print("eval", value)
    return value


def call(*args, **kwargs):
    return args, kwargs


print(evaluated())
