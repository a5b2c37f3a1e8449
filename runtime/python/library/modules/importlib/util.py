# SPDX-License-Identifier: MIT
"""Asking about modules without importing them, and making them of files (CPython: `importlib.util`)."""

import sys
import types

from importlib.abc import Loader
from importlib.machinery import BuiltinImporter, ModuleSpec, SourceFileLoader

__all__ = [
    "LazyLoader", "Loader", "MAGIC_NUMBER", "cache_from_source", "decode_source", "find_spec", "module_from_spec", "resolve_name",
    "source_from_cache", "source_hash", "spec_from_file_location", "spec_from_loader",
]  # fmt: skip

MAGIC_NUMBER = b"\xf3\r\r\n"


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython would keep the bytecode of a file; nothing is kept in Loopscope."""
    import os

    if optimization is None:
        optimization = ""
    optimization = str(optimization)
    if optimization and not optimization.isalnum():
        raise ValueError(f"{optimization!r} is not alphanumeric")
    folder, name = os.path.split(os.fspath(path))
    base, dot, rest = name.rpartition(".")
    tag = f".{sys.implementation.cache_tag}"
    file = (base or rest) + tag + (f".opt-{optimization}" if optimization else "") + ".pyc"
    return os.path.join(folder, "__pycache__", file)


def source_from_cache(path):
    import os

    folder, name = os.path.split(os.fspath(path))
    folder, cache = os.path.split(folder)
    if cache != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    if name.count(".") not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    return os.path.join(folder, name.partition(".")[0] + ".py")


def decode_source(source_bytes):
    import io
    import tokenize

    encoding, _ = tokenize.detect_encoding(io.BytesIO(source_bytes).readline)
    return io.IncrementalNewlineDecoder(None, True).decode(source_bytes.decode(encoding))


def source_hash(source_bytes):
    raise NotImplementedError("importlib.util.source_hash(): Loopscope keeps no bytecode that belongs to a source")


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name[level:]}" if name[level:] else parts[0]


def find_spec(name, package=None):
    """A spec, or None if there is no such module. The module of a known spec may have to be fetched, so it is imported."""
    fullname = resolve_name(name, package)
    module = sys.modules.get(fullname, None)
    if module is None:
        if fullname in sys.modules:
            return None
        parent = fullname.rpartition(".")[0]
        if parent:
            __import__(parent)
        before = set(sys.modules)
        try:
            __import__(fullname)
        except ModuleNotFoundError:
            return None
        module = sys.modules[fullname]
        for added in set(sys.modules) - before:
            if added == fullname or added.startswith(fullname + "."):
                del sys.modules[added]
    spec = getattr(module, "__spec__", None)
    if spec is not None:
        return spec
    file = getattr(module, "__file__", None)
    if file is None:
        return ModuleSpec(fullname, BuiltinImporter, origin="built-in")
    spec = ModuleSpec(fullname, SourceFileLoader(fullname, file), origin=file, is_package=hasattr(module, "__path__"))
    spec.has_location = True
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    location = str(location)
    if loader is None:
        if not location.endswith(".py"):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.submodule_search_locations = submodule_search_locations
    spec.has_location = True
    return spec


def module_from_spec(spec):
    create = getattr(spec.loader, "create_module", None)
    module = create(spec) if create is not None else None
    if module is None:
        module = types.ModuleType(spec.name)
        module.__loader__, module.__package__ = spec.loader, spec.parent
        if spec.has_location:
            module.__file__ = spec.origin
        module.__spec__ = spec
    return module


class LazyLoader:
    def __init__(self, loader):
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
