# ChainMap: lookups through several maps, writes into the first.
from collections import ChainMap

defaults = {"colour": "red", "user": "guest", "size": 1}
environment = {"user": "ann"}
command = {"size": 5}
settings = ChainMap(command, environment, defaults)
print(settings["colour"], settings["user"], settings["size"], len(settings), sorted(settings))
settings["colour"] = "blue"
print(command, defaults["colour"], settings.maps[0] is command)
del settings["size"]
print(settings["size"])
for work in (lambda: settings.pop("user"), lambda: settings["none"], lambda: settings.__delitem__("user")):
    try:
        print(work())
    except KeyError as error:
        print("KeyError", error)
child = settings.new_child({"user": "child"})
print(child["user"], child.parents["user"], len(child.maps), child.parents == settings)
print(settings.get("x", "?"), "user" in settings, "x" in settings, dict(settings))
print(list(ChainMap({"b": 1, "a": 2}, {"c": 3, "a": 4})), ChainMap(), bool(ChainMap({}, {})))
print(ChainMap({"a": 1}) | {"b": 2}, {"b": 2} | ChainMap({"a": 1}), ChainMap({"a": 1}, {"a": 3}))
scope = ChainMap()
for depth in range(3):
    scope = scope.new_child()
    scope[f"v{depth}"] = depth
print(scope, scope["v0"])
scope |= {"v0": "shadow"}
print(scope["v0"], scope.parents.parents["v0"], scope.popitem(), scope.copy() == scope)
