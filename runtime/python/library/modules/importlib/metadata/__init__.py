# SPDX-License-Identifier: MIT
"""Installed packages (CPython: `importlib.metadata`). None can be installed, so there are none to tell about."""

__all__ = [
    "Distribution", "EntryPoint", "EntryPoints", "PackageNotFoundError", "distribution", "distributions", "entry_points", "files",
    "metadata", "packages_distributions", "requires", "version",
]  # fmt: skip


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        (name,) = self.args
        return name


class Distribution:
    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError("A distribution name is required.")
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, **kwargs):
        return iter(())


class EntryPoint:
    def __init__(self, name, value, group):
        self.name, self.value, self.group = name, value, group

    def load(self):
        import functools
        import importlib

        module, _, attributes = self.value.partition(":")
        return functools.reduce(getattr, filter(None, attributes.split(".")), importlib.import_module(module))


class EntryPoints(tuple):
    def select(self, **params):
        return EntryPoints(e for e in self if all(getattr(e, name) == value for name, value in params.items()))

    @property
    def names(self):
        return {e.name for e in self}

    @property
    def groups(self):
        return {e.group for e in self}


def distribution(distribution_name):
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    return Distribution.discover(**kwargs)


def version(distribution_name):
    return distribution(distribution_name).version


def metadata(distribution_name):
    return distribution(distribution_name).metadata


def files(distribution_name):
    return distribution(distribution_name).files


def requires(distribution_name):
    return distribution(distribution_name).requires


def entry_points(**params):
    return EntryPoints()


def packages_distributions():
    return {}
