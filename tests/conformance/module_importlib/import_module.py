import importlib

print(importlib.import_module("math").sqrt(16), importlib.import_module("collections.abc").__name__)
print(importlib.import_module(".abc", "collections").__name__)
for name in ("no_such_module", "math.pi"):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        print(error, error.name)
try:
    importlib.import_module(".x")
except TypeError as error:
    print(error)
