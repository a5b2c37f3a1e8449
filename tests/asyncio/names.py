# SPDX-License-Identifier: MIT
"""Prints every public name of asyncio and of its classes, one a line, with its kind. CPython's answer is recorded."""

import asyncio
import importlib
import types

# What of these every object has, or only belongs to how they are written.
IGNORED = {"__doc__", "__module__", "__dict__", "__weakref__", "__slots__", "__hash__", "__init__", "__new__", "__repr__",
           "__str__", "__eq__", "__reduce__", "__abstractmethods__", "__annotations__", "__static_attributes__",
           "__firstlineno__", "__class_getitem__", "__del__", "__getattribute__", "__init_subclass__", "__lt__", "__le__",
           "__gt__", "__ge__", "__ne__", "__qualname__", "__orig_bases__", "__parameters__", "__subclasshook__",
           "__getattr__", "__setattr__", "__delattr__", "__call__", "__dir__", "__format__", "__sizeof__", "__class__",
           "__getstate__", "__reduce_ex__", "__iter__"}
SUBMODULES = ("events", "subprocess")


def members(cls):
    """Its public attributes, without those of bases that are listed themselves."""
    listed = {base for base in cls.__mro__[1:] if getattr(asyncio, base.__name__, None) is base}
    plain = {base for base in cls.__mro__ if base.__module__ in ("builtins", "abc", "typing")}
    inherited = {name for base in listed | plain for name in dir(base)}
    own = {name for base in cls.__mro__ if base not in listed | plain for name in vars(base)}
    for name in sorted(own):
        if name in IGNORED or name.startswith("_") and not (name.startswith("__") and name.endswith("__")):
            continue
        if name in inherited and not any(name in vars(base) for base in cls.__mro__[:1]):
            continue
        yield name


def kind(value):
    if isinstance(value, type):
        return "exception" if issubclass(value, BaseException) else "class"
    if isinstance(value, types.ModuleType):
        return "module"
    return "function" if callable(value) else "value"


def show(name, value):
    print(name, kind(value), sep="\t")


def show_class(name, cls):
    show(name, cls)
    for member in members(cls):
        value = getattr(cls, member)
        print(f"{name}.{member}", "method" if callable(value) else "attribute", sep="\t")


for name in sorted(asyncio.__all__):
    value = getattr(asyncio, name)
    if isinstance(value, type):
        show_class(f"asyncio.{name}", value)
    else:
        show(f"asyncio.{name}", value)

for module_name in SUBMODULES:
    module = importlib.import_module(f"asyncio.{module_name}")
    names = set(module.__all__) | ({"PIPE", "STDOUT", "DEVNULL", "Process"} if module_name == "subprocess" else
                                   {"BaseDefaultEventLoopPolicy"})
    for name in sorted(names - set(asyncio.__all__)):
        value = getattr(module, name)
        if isinstance(value, type):
            show_class(f"asyncio.{module_name}.{name}", value)
        else:
            show(f"asyncio.{module_name}.{name}", value)

loop = asyncio.new_event_loop()
for name in sorted(dir(loop)):
    if not name.startswith("_"):
        value = getattr(loop, name)
        print(f"loop.{name}", "method" if callable(value) else "attribute", sep="\t")
loop.close()
