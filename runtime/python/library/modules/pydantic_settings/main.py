# SPDX-License-Identifier: MIT
"""BaseSettings: what the caller does not give comes from the environment, then from a file, then from the defaults."""

import json
import os
import typing

from pydantic import BaseModel
from pydantic._core import MISSING


class SettingsError(ValueError):
    pass


class BaseSettings(BaseModel):
    model_config = {
        "extra": "forbid",
        "arbitrary_types_allowed": True,
        "validate_default": True,
        "case_sensitive": False,
        "env_prefix": "",
        "env_file": None,
        "env_file_encoding": None,
        "env_ignore_empty": False,
        "env_nested_delimiter": None,
        "env_parse_none_str": None,
        "secrets_dir": None,
    }

    def __init__(self, _case_sensitive=None, _env_prefix=None, _env_file=MISSING, _env_file_encoding=None, _env_nested_delimiter=None,
                 _env_ignore_empty=None, **values):
        given = {
            "case_sensitive": _case_sensitive, "env_prefix": _env_prefix, "env_file_encoding": _env_file_encoding,
            "env_nested_delimiter": _env_nested_delimiter, "env_ignore_empty": _env_ignore_empty,
        }
        options = {**self.model_config, **{name: value for name, value in given.items() if value is not None}}
        if _env_file is not MISSING:
            options["env_file"] = _env_file
        fields = type(self).model_fields
        read = {}
        for source, variables in (("EnvSettingsSource", dict(os.environ)), ("DotEnvSettingsSource", _dotenv(options))):
            found = _values(fields, variables, options, source)
            if source == "DotEnvSettingsSource" and options["extra"] != "ignore":
                found = {**_unknown(fields, variables, options), **found}
            read = _merged(found, read)
        super().__init__(**_merged(read, values))

    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings):
        return init_settings, env_settings, dotenv_settings, file_secret_settings


def _merged(low, high):
    """`high` wins; what is below nested names is joined."""
    result = dict(low)
    for name, value in high.items():
        if isinstance(value, dict) and isinstance(result.get(name), dict):
            value = _merged(result[name], value)
        result[name] = value
    return result


def _names(name, field, options):
    """(the field's variable names, the key under which the model takes the value)."""
    alias = field.validation_alias
    if isinstance(alias, str):
        names, key = [alias], alias
    elif alias is not None:
        names = [path[0] for path in alias.convert_to_aliases() if isinstance(path, list)]
        key = names[0]
    else:
        names, key = [options["env_prefix"] + name], name
    return [each if options["case_sensitive"] else each.lower() for each in names], key


def _values(fields, variables, options, source):
    if not options["case_sensitive"]:
        variables = {name.lower(): value for name, value in variables.items()}
    if options["env_ignore_empty"]:
        variables = {name: value for name, value in variables.items() if value != ""}
    found = {}
    delimiter = options["env_nested_delimiter"]
    for name, field in fields.items():
        names, key = _names(name, field, options)
        value = next((variables[each] for each in names if each in variables), MISSING)
        if value is not MISSING and value == options["env_parse_none_str"]:
            value = None
        elif value is not MISSING and _is_complex(field.annotation):
            try:
                value = json.loads(value)
            except ValueError as error:
                if not _may_be_plain(field.annotation):
                    raise SettingsError(f'error parsing value for field "{name}" from source "{source}"') from error
        if delimiter:
            parts = _nested(names, variables, delimiter if options["case_sensitive"] else delimiter.lower())
            if parts:
                value = _merged(value if isinstance(value, dict) else {}, parts)
        if value is not MISSING:
            found[key] = value
    return found


def _nested(names, variables, delimiter):
    """database__host=x as {"host": "x"}."""
    result = {}
    for name in names:
        start = name + delimiter
        for variable, value in variables.items():
            if variable.startswith(start):
                *path, last = variable[len(start) :].split(delimiter)
                place = result
                for step in path:
                    place = place.setdefault(step, {})
                try:
                    place[last] = json.loads(value) if value[:1] in "[{" else value
                except ValueError:
                    place[last] = value
    return result


def _is_complex(hint):
    args = typing.get_args(hint)
    origin = typing.get_origin(hint) or hint
    if origin is typing.Union or type(hint).__name__ == "UnionType":
        return any(_is_complex(arg) for arg in args)
    if origin is typing.Annotated:
        return _is_complex(args[0])
    return isinstance(origin, type) and (issubclass(origin, (BaseModel, list, dict, set, frozenset, tuple)) or hasattr(origin, "__dataclass_fields__"))


def _may_be_plain(hint):
    args = typing.get_args(hint)
    is_union = typing.get_origin(hint) is typing.Union or type(hint).__name__ == "UnionType"
    return is_union and any(not _is_complex(arg) and arg is not type(None) for arg in args)


def _unknown(fields, variables, options):
    """Of a file's names those that no field knows: a model that forbids extra values says so."""
    known = {each for name, field in fields.items() for each in _names(name, field, options)[0]}
    delimiter = options["env_nested_delimiter"]
    result = {}
    for name, value in variables.items():
        name = name if options["case_sensitive"] else name.lower()
        if name in known or delimiter and any(name.startswith(each + delimiter) for each in known):
            continue
        prefix = options["env_prefix"] if options["case_sensitive"] else options["env_prefix"].lower()
        if name.startswith(prefix):
            result[name] = value
    return result


def _dotenv(options):
    files = options["env_file"]
    result = {}
    for path in files if isinstance(files, (list, tuple)) else [files]:
        if path is not None:
            from dotenv import dotenv_values

            values = dotenv_values(path, encoding=options["env_file_encoding"] or "utf-8")
            result.update({name: value for name, value in values.items() if value is not None})
    return result
