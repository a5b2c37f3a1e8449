# SPDX-License-Identifier: MIT
"""Variables from .env files, as the package python-dotenv reads them."""

import os
import re
from collections import OrderedDict

_LINE = re.compile(
    r"""^[ \t]*(?:export[ \t]+)?(?:'([^'\n]+)'|([^=#\s]+))[ \t]*"""
    r"""(?:=[ \t]*(?:'((?:\\'|[^'])*)'|"((?:\\"|[^"])*)"|([^\n]*))?)?[ \t]*(?:\#[^\n]*)?$""",
    re.MULTILINE,
)
_VARIABLE = re.compile(r"\$\{([^}:]*)(?::-([^}]*))?\}")


def _pairs(text):
    """Names and values; a name without = has None."""
    for match in _LINE.finditer(text):
        name = match[1] or match[2]
        if match[3] is not None:
            yield name, match[3].replace("\\'", "'").replace("\\\\", "\\")
        elif match[4] is not None:
            yield name, _unescaped(match[4])
        elif match[5] is not None:
            yield name, re.sub(r"\s+#.*", "", match[5]).rstrip()
        else:
            yield name, "" if "=" in match[0] else None


def _unescaped(text):
    return re.sub(r"\\([\\'\"abfnrtv])", lambda match: match[0].encode().decode("unicode_escape"), text)


def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False):
    folder = os.getcwd()
    while True:
        path = os.path.join(folder, filename)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    if raise_error_if_not_found:
        raise IOError("File not found")
    return ""


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8", override=True):
    path = dotenv_path or ("" if stream is not None else find_dotenv())
    if stream is not None:
        text = stream.read()
    elif path and os.path.isfile(path):
        with open(path, encoding=encoding) as file:
            text = file.read()
    else:
        text = ""
    values = OrderedDict()
    for name, value in _pairs(text):
        if interpolate and value:
            known = {**os.environ, **{key: each or "" for key, each in values.items()}} if override else {**values, **os.environ}
            value = _VARIABLE.sub(lambda match: known.get(match[1], match[2] or ""), value)
        values[name] = value
    return values


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    values = dotenv_values(dotenv_path, stream, verbose, interpolate, encoding, override)
    for name, value in values.items():
        if value is not None and (override or name not in os.environ):
            os.environ[name] = value
    return bool(values)


def get_key(dotenv_path, key_to_get, encoding="utf-8"):
    return dotenv_values(dotenv_path, encoding=encoding).get(key_to_get)


def set_key(dotenv_path, key_to_set, value_to_set, quote_mode="always", export=False, encoding="utf-8"):
    lines = []
    if os.path.isfile(dotenv_path):
        with open(dotenv_path, encoding=encoding) as file:
            lines = file.read().splitlines()
    quoted = "'{}'".format(value_to_set.replace("'", "\\'")) if quote_mode == "always" or not value_to_set.isalnum() and quote_mode == "auto" else value_to_set
    line = f"{'export ' if export else ''}{key_to_set}={quoted}"
    at = next((index for index, each in enumerate(lines) if re.match(rf"\s*(?:export\s+)?{re.escape(key_to_set)}\s*=", each)), None)
    if at is None:
        lines.append(line)
    else:
        lines[at] = line
    with open(dotenv_path, "w", encoding=encoding) as file:
        file.write("\n".join(lines) + "\n")
    return True, key_to_set, value_to_set
