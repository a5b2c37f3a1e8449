# SPDX-License-Identifier: MIT
"""What modules of CPython's library take from importlib's inner half."""

import sys

from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec
from importlib.util import module_from_spec, spec_from_loader

__all__ = ["BuiltinImporter", "FrozenImporter", "ModuleSpec", "module_from_spec", "spec_from_loader"]


def _load(spec):
    """The module of a spec, new, and in sys.modules."""
    module = module_from_spec(spec)
    before = sys.modules.get(spec.name)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        if before is None:
            sys.modules.pop(spec.name, None)
        else:
            sys.modules[spec.name] = before
        raise
    return sys.modules[spec.name]
