# SPDX-License-Identifier: MIT
"""Names of how modules are found (CPython: `importlib.machinery`). Modules are found by the runtime; a spec says what it found."""

__all__ = [
    "BYTECODE_SUFFIXES", "BuiltinImporter", "EXTENSION_SUFFIXES", "FrozenImporter", "ModuleSpec", "PathFinder", "SOURCE_SUFFIXES",
    "SourceFileLoader", "all_suffixes",
]  # fmt: skip

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = [".cpython-313-x86_64-linux-gnu.so", ".abi3.so", ".so"]


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached, self.has_location = None, False

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"ModuleSpec({', '.join(parts)})"

    def __eq__(self, other):
        names = ("name", "loader", "origin", "submodule_search_locations", "cached", "has_location")
        return all(getattr(self, name) == getattr(other, name, None) for name in names)

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name


class _Importer:
    """Loads by importing: the runtime has no other way."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import find_spec

        return find_spec(fullname)

    @classmethod
    def invalidate_caches(cls):
        pass

    @staticmethod
    def create_module(spec):
        import importlib

        return importlib.import_module(spec.name)

    @staticmethod
    def exec_module(module):
        pass


class BuiltinImporter(_Importer):
    _ORIGIN = "built-in"


class FrozenImporter(_Importer):
    _ORIGIN = "frozen"


class PathFinder(_Importer):
    pass


class SourceFileLoader:
    """Loads a module from a file of the program's own."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(compile(self.get_data(self.path), self.path, "exec"), module.__dict__)

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def get_source(self, fullname):
        return self.get_data(self.path).decode()

    def get_filename(self, fullname):
        return self.path

    def is_package(self, fullname):
        return self.path.endswith("/__init__.py")
