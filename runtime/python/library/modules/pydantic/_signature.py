# SPDX-License-Identifier: MIT
"""A model's signature, for inspect.signature()."""

from inspect import Parameter, Signature, signature

from ._core import MISSING


def model_signature(cls):
    if cls.__pydantic_custom_init__:
        parameters = list(signature(cls.__init__).parameters.values())[1:]
        return Signature(parameters, return_annotation=None)
    parameters = []
    for name, field in cls.model_fields.items():
        shown = field.alias if isinstance(field.alias, str) and field.alias.isidentifier() else name
        default = Parameter.empty if field.is_required() else field.default if field.default is not MISSING else _Factory(field)
        parameters.append(Parameter(shown, Parameter.KEYWORD_ONLY, default=default, annotation=field.rebuild_annotation()))
    if cls.model_config.get("extra") == "allow":
        parameters.append(Parameter("extra_data", Parameter.VAR_KEYWORD))
    return Signature(parameters, return_annotation=None)


class _Factory:
    """Stands for a default that is made anew each time."""

    def __init__(self, field):
        self.factory = field.default_factory

    def __repr__(self):
        return "<factory>"
