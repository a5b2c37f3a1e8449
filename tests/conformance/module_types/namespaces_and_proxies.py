# types: SimpleNamespace, MappingProxyType, MethodType, new_class, DynamicClassAttribute.
import types

n = types.SimpleNamespace(a=1, b=[2])
n.c = n
print(n, n == types.SimpleNamespace(a=1, b=[2], c=n.c), vars(n)["a"], types.SimpleNamespace({"x": 1}, y=2))
del n.c, n.a
print(n, hasattr(n, "a"))
source = {"k": 1}
view = types.MappingProxyType(source)
source["l"] = 2
print(view, len(view), view["l"], list(view.items()), view | {"z": 3}, "k" in view, view == source, view.copy() is source)
for work in (lambda: view.__setitem__("a", 1), lambda: setattr(view, "x", 1), lambda: view.pop("k"), lambda: n.none, lambda: types.MappingProxyType([1]), lambda: types.SimpleNamespace(1)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
try:
    view["q"] = 1
except TypeError as error:
    print(error)


class Robot:
    def __init__(self, name):
        self.name = name


r = Robot("r2")
r.greet = types.MethodType(lambda self, word: f"{word} from {self.name}", r)
print(r.greet("hi"), r.greet.__self__ is r, hasattr(Robot, "greet"))
Made = types.new_class("Made", (Robot,), {}, lambda ns: ns.update(kind="made", shout=lambda self: self.name.upper()))
print(Made("x").shout(), Made.kind, Made.__mro__[1].__name__, types.resolve_bases((int,)), types.prepare_class("Z", (Robot,))[0] is type)
print(isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 0, types.FunctionType), isinstance(types, types.ModuleType), isinstance((x for x in ()), types.GeneratorType), types.NoneType, types.EllipsisType, isinstance(int | str, types.UnionType), types.GenericAlias(list, (int,)))
module = types.ModuleType("fresh", "doc")
module.value = 5
print(module, module.__doc__, module.value, module.__name__)
