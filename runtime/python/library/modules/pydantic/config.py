# SPDX-License-Identifier: MIT
"""ConfigDict: a model's settings."""


class ConfigDict(dict):
    """At run time a plain dictionary of the settings that were given."""


def with_config(config):
    def decorate(cls):
        cls.__pydantic_config__ = config
        return cls

    return decorate
