"""types: classes made at run time, namespaces, proxies, functions and modules by hand."""
import types

Point = types.new_class("Point", (), {}, lambda ns: ns.update(x=1, double=lambda self: self.x * 2))
print(Point().double(), Point.__name__, Point.__module__)
print(types.resolve_bases((int, str)), types.prepare_class("X", (), {"metaclass": type})[0], types.get_original_bases(type("G", (list,), {})))
space = types.SimpleNamespace(a=1, b=[2])
space.c = "x"
print(space, space == types.SimpleNamespace(a=1, b=[2], c="x"), vars(space), types.SimpleNamespace({"k": 1}, z=2))
proxy = types.MappingProxyType({"k": 1})
print(proxy, proxy["k"], list(proxy), proxy | {"z": 2}, "k" in proxy, len(proxy), proxy.copy())
try:
    proxy["k"] = 2
except TypeError as error:
    print(error)


def template(a, b=2):
    return a + b


clone = types.FunctionType(template.__code__, globals(), "clone", (10,))
print(clone(1), clone.__name__, clone.__defaults__)
method = types.MethodType(lambda self, x: (self, x), "me")
print(method(1), method.__self__, method == types.MethodType(method.__func__, "me"))
module = types.ModuleType("made", "its doc")
module.value = 3
print(module, module.__doc__, module.value, module.__name__)
print(type(iter([])).__name__, types.GeneratorType, types.CoroutineType.__name__, types.NoneType, types.EllipsisType, types.NotImplementedType)
print(isinstance(template, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance("".join, types.BuiltinMethodType),
      isinstance(str.join, types.MethodDescriptorType), isinstance(int.__add__, types.WrapperDescriptorType), isinstance(int | str, types.UnionType))  # fmt: skip
print(types.GenericAlias(list, (int,)), types.GenericAlias(dict, (str, int)).__args__, list[int] == types.GenericAlias(list, int))


@types.coroutine
def old_style():
    value = yield "asked"
    return value * 2


async def new_style():
    return await old_style()


coro = new_style()
print(coro.send(None))
try:
    coro.send(21)
except StopIteration as stop:
    print(stop.value)


class Lazy:
    @types.DynamicClassAttribute
    def name(self):
        return "of the instance"


print(Lazy().name)
try:
    Lazy.name
except AttributeError as error:
    print(type(error).__name__)
cell = types.CellType(5)
print(cell.cell_contents, (lambda: cell).__closure__ is None, types.TracebackType.__name__)
