# SPDX-License-Identifier: MIT
"""Names of packages and what is in them (CPython: `pkgutil`). Library modules lie in no folder, so there is nothing to walk."""

import importlib
from collections import namedtuple

__all__ = ["ModuleInfo", "extend_path", "get_data", "iter_modules", "resolve_name", "walk_packages"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


def iter_modules(path=None, prefix=""):
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    return iter(())


def walk_packages(path=None, prefix="", onerror=None):
    return iter_modules(path, prefix)


def extend_path(path, name):
    return path


def get_data(package, resource):
    return None


def _identifiers(text):
    return bool(text) and all(part.isidentifier() for part in text.split("."))


def resolve_name(name):
    """The object that `package.module:object.attribute`, or the same with dots only, names."""
    module_name, colon, attributes = name.partition(":")
    if not _identifiers(module_name) or (attributes and not _identifiers(attributes)):
        raise ValueError(f"invalid format: {name!r}")
    if colon:
        found = importlib.import_module(module_name)
        rest = attributes.split(".") if attributes else []
    else:
        first, *rest = module_name.split(".")
        found = importlib.import_module(first)
        while rest:
            deeper = f"{first}.{rest[0]}"
            try:
                found = importlib.import_module(deeper)
            except ImportError:
                break
            first = deeper
            rest.pop(0)
    for attribute in rest:
        found = getattr(found, attribute)
    return found
