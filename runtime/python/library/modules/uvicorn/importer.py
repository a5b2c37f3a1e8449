# SPDX-License-Identifier: MIT
"""An application by its name, "module:attribute"."""

import importlib
import sys


class ImportFromStringError(Exception):
    pass


def import_from_string(text):
    if not isinstance(text, str):
        return text
    name, _, attributes = text.partition(":")
    if not name or not attributes:
        raise ImportFromStringError(f'Import string "{text}" must be in format "<module>:<attribute>".')
    try:
        value = _module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise ImportFromStringError(f'Could not import module "{name}".') from None
    try:
        for attribute in attributes.split("."):
            value = getattr(value, attribute)
    except AttributeError:
        raise ImportFromStringError(f'Attribute "{attributes}" not found in module "{name}".') from None
    return value


def _module(name):
    """A page has one program, whatever the file of its author was called."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name or "." in name:
            raise
        return sys.modules["__main__"]
