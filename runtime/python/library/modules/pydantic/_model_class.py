# SPDX-License-Identifier: MIT
"""The class of model classes: reads a class body into fields, private attributes and decorated methods."""

import sys
from abc import ABCMeta

from . import _model_plan
from ._annotations import class_vars, scope_of_class, substitute
from ._core import MISSING, Plan
from ._functions import Decorated
from ._structures import _field_of
from .errors import PydanticUndefinedAnnotation, PydanticUserError
from .fields import ComputedField, FieldInfo, ModelPrivateAttr

_IGNORED = (type(lambda: 0), property, classmethod, staticmethod, type, Decorated, ComputedField)


class ModelMetaclass(ABCMeta):
    def __new__(mcs, name, bases, namespace, __pydantic_variables__=None, **options):
        if not any(isinstance(base, ModelMetaclass) for base in bases):
            return super().__new__(mcs, name, bases, namespace)
        config = _config(name, bases, namespace, options)
        annotations = namespace.get("__annotations__", {})
        private = _private_attributes(name, bases, namespace, annotations)
        defaults, computed, decorated = _take_out(name, bases, namespace, annotations)
        namespace["model_config"] = config
        namespace["__private_attributes__"] = private
        namespace.setdefault("__pydantic_root_model__", any(getattr(base, "__pydantic_root_model__", False) for base in bases))
        cls = super().__new__(mcs, name, bases, namespace, **options)
        if config.get("frozen") and "__hash__" not in namespace:
            cls.__hash__ = _hash_of_fields
        cls.__pydantic_variables__ = {**getattr(cls, "__pydantic_variables__", {}), **(__pydantic_variables__ or {})}
        cls.__pydantic_generic_metadata__ = {"origin": None, "args": (), "parameters": getattr(cls, "__parameters__", ())}
        cls.__pydantic_computed_fields__ = _inherited(bases, "__pydantic_computed_fields__", {}) | computed
        cls.__pydantic_decorators__ = _all_decorated(bases, decorated)
        cls.__pydantic_has_post_init__ = "model_post_init" in {key for base in cls.__mro__[:-1] if base.__module__ != "pydantic.main" for key in vars(base)}
        cls.__pydantic_custom_init__ = _has_own_init(cls)
        frame = sys._getframe(1)
        local_names = None if frame.f_locals is frame.f_globals else dict(frame.f_locals)
        cls.__pydantic_parent_names__ = local_names
        _collect(cls, annotations, defaults, bases)
        complete(cls, again=False)
        hook = getattr(super(cls, cls), "__pydantic_init_subclass__", None)
        if hook is not None:
            hook(**options)
        return cls

    def __init__(cls, name, bases, namespace, __pydantic_variables__=None, **options):
        super().__init__(name, bases, namespace)

    @property
    def model_fields(cls):
        return cls.__dict__.get("__pydantic_fields__", {})

    @property
    def model_computed_fields(cls):
        return cls.__pydantic_computed_fields__

    @property
    def __signature__(cls):
        from ._signature import model_signature

        return model_signature(cls)

    @property
    def __fields__(cls):
        return cls.model_fields

    def __getattr__(cls, name):
        private = cls.__dict__.get("__private_attributes__")
        if private and name in private:
            return private[name]
        raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")

    def __dir__(cls):
        return [name for name in super().__dir__() if not name.startswith("__pydantic")]


def _hash_of_fields(model):
    return hash(tuple(model.__dict__.get(name) for name in type(model).__pydantic_fields__))


def _inherited(bases, attribute, start):
    result = start.copy()
    for base in reversed(bases):
        result.update(getattr(base, attribute, {}))
    return result


def _config(name, bases, namespace, options):
    config = {}
    for base in reversed(bases):
        config.update(getattr(base, "model_config", {}))
    own = namespace.get("model_config")
    if own is None and (old := namespace.get("Config")) is not None:
        import warnings

        from .warnings import PydanticDeprecatedSince20

        warnings.warn(
            "Support for class-based `config` is deprecated, use ConfigDict instead.", PydanticDeprecatedSince20, stacklevel=3
        )
        own = {key: value for key, value in vars(old).items() if not key.startswith("__")}
        for before, after in (("orm_mode", "from_attributes"), ("allow_population_by_field_name", "populate_by_name"), ("schema_extra", "json_schema_extra")):
            if before in own:
                own[after] = own.pop(before)
        namespace.pop("Config")
    if own is not None and "model_config" in namespace.get("__annotations__", {}) and not isinstance(own, dict):
        raise PydanticUserError("`model_config` cannot be used as a model field name. Use `model_config` for model configuration.", code="model-config-invalid-field-name")
    config.update(own or {})
    for key in list(options):
        if key in _CONFIG_NAMES:
            config[key] = options.pop(key)
    return config


_CONFIG_NAMES = frozenset(
    "title extra frozen populate_by_name use_enum_values validate_assignment arbitrary_types_allowed from_attributes strict "
    "str_strip_whitespace str_to_lower str_to_upper str_min_length str_max_length alias_generator validate_default json_schema_extra "
    "revalidate_instances ser_json_bytes ser_json_timedelta coerce_numbers_to_str protected_namespaces hide_input_in_errors "
    "defer_build json_encoders ignored_types loc_by_alias use_attribute_docstrings".split()
)


def _private_attributes(name, bases, namespace, annotations):
    private = _inherited(bases, "__private_attributes__", {})
    for key in [*namespace, *(key for key in annotations if key not in namespace)]:
        value = namespace.get(key, MISSING)
        if isinstance(value, ModelPrivateAttr):
            if not key.startswith("_"):
                raise NameError(
                    f"Private attributes must not use valid field names; use sunder names, e.g. {'_' + key!r} instead of {key!r}."
                )
            private[key] = value
            del namespace[key]
        elif key.startswith("_") and not key.startswith("__"):
            if isinstance(value, FieldInfo):
                raise NameError(f"Fields must not use names with leading underscores; e.g., use {key.lstrip('_')!r} instead of {key!r}.")
            if key in annotations and class_vars(annotations[key]) or key == "_abc_impl":
                continue
            if value is MISSING or not isinstance(value, _IGNORED):
                private[key] = ModelPrivateAttr(value)
                namespace.pop(key, None)
    for attribute_name, attribute in private.items():
        attribute.__set_name__(None, attribute_name)
    return private


def _take_out(name, bases, namespace, annotations):
    """Takes the fields' defaults and what decorators left out of the body."""
    defaults, computed, decorated = {}, {}, {}
    ignored = _IGNORED + tuple((namespace.get("model_config") or {}).get("ignored_types", ()))
    for key, value in list(namespace.items()):
        if isinstance(value, Decorated):
            decorated[key] = value
            namespace[key] = value.function
        elif isinstance(value, ComputedField):
            computed[key] = value.info
            namespace[key] = value.wrapped
        elif key in annotations and not class_vars(annotations[key]) and not key.startswith("_") and key != "model_config":
            defaults[key] = value
            del namespace[key]
        elif key.startswith("_") or key in annotations or key == "model_config" or isinstance(value, ignored) or hasattr(type(value), "__get__"):
            continue
        elif any(key in getattr(base, "model_fields", ()) for base in bases):
            raise PydanticUserError(
                f"Field {key!r} defined on a base class was overridden by a non-annotated attribute. "
                "All field definitions, including overrides, require a type annotation.",
                code="model-field-overridden",
            )
        else:
            raise PydanticUserError(
                f"A non-annotated attribute was detected: `{key} = {value!r}`. All model fields require a type annotation; if `{key}` is "
                "not meant to be a field, you may be able to resolve this error by annotating it as a `ClassVar` or updating "
                "`model_config['ignored_types']`.",
                code="model-field-missing-annotation",
            )
    return defaults, computed, decorated


def _all_decorated(bases, own):
    """In order of definition, an override in the place of what it overrides."""
    named = {}
    for base in reversed(bases):
        named.update(getattr(base, "__pydantic_named_decorators__", {}))
    named.update(own)
    result = _DecoratedList(named.values())
    result.named = named
    return result


class _DecoratedList(list):
    named = None


def _has_own_init(cls):
    for base in cls.__mro__:
        if "__init__" in vars(base):
            return base.__module__ not in ("pydantic.main", "pydantic.root_model") and base.__name__ != "BaseModel"
    return False


def _collect(cls, annotations, defaults, bases):
    cls.__pydantic_named_decorators__ = cls.__pydantic_decorators__.named
    inherited = {}
    for base in reversed(bases):
        for name, field in getattr(base, "model_fields", {}).items():
            inherited[name] = field
    fields = {}
    variables = cls.__pydantic_variables__
    for name, field in inherited.items():
        field = field.copy()
        if variables:
            field.annotation = substitute(field.annotation, variables)
        fields[name] = field
    scope = scope_of_class(cls, cls.model_config, cls.__pydantic_parent_names__)
    for name, hint in annotations.items():
        if name.startswith("_") or name == "model_config" or class_vars(hint):
            continue
        try:
            hint = scope.evaluate(hint)
        except NameError:
            hint = _unevaluated(hint)
        if class_vars(hint):
            continue
        _check_name(cls, name, bases)
        default = defaults.get(name, MISSING)
        fields[name] = _field_of(substitute(hint, variables) if variables else hint, default)
    generator = cls.model_config.get("alias_generator")
    if generator is not None:
        for name, field in fields.items():
            _generate_alias(generator, name, field)
    cls.__pydantic_fields__ = fields
    for each in cls.__pydantic_decorators__:
        if each.kind == "field" and each.options.get("check_fields") is not False:
            for name in each.fields:
                if name != "*" and name not in fields:
                    function = each.function.__func__
                    raise PydanticUserError(
                        f"Decorators defined with incorrect fields: {cls.__module__}.{cls.__qualname__}:{id(cls)}.{function.__name__} "
                        "(use check_fields=False if you're inheriting from the model and intended this)",
                        code="decorator-missing-field",
                    )


def _unevaluated(hint):
    import typing

    return typing.ForwardRef(hint) if isinstance(hint, str) else hint


def _check_name(cls, name, bases):
    for base in bases:
        if hasattr(base, name) and name not in getattr(base, "model_fields", ()) and not name.startswith("model_"):
            import warnings

            warnings.warn(
                f'Field name "{name}" in "{cls.__qualname__}" shadows an attribute in parent "{base.__qualname__}"', UserWarning, stacklevel=5
            )
    for prefix in ("model_validate", "model_dump"):
        if name.startswith(prefix) and hasattr(bases[0], name):
            raise NameError(f'Field "{name}" conflicts with member {getattr(bases[0], name)} of protected namespace "{prefix}".')


def _generate_alias(generator, name, field):
    if hasattr(generator, "generate_aliases"):
        alias, validation, serialization = generator.generate_aliases(name)
    else:
        alias = validation = serialization = generator(name)
    if field.alias is None:
        field.alias = alias
        if field.validation_alias is None:
            field.validation_alias = validation if validation is not None else alias
        if field.serialization_alias is None:
            field.serialization_alias = serialization if serialization is not None else alias


def complete(cls, again, names=None):
    """Makes the plan, unless an annotation names something that does not exist yet. True if it is made."""
    scope = scope_of_class(cls, cls.model_config, {**(cls.__pydantic_parent_names__ or {}), **(names or {})})
    scope.variables = cls.__pydantic_variables__
    if again:
        for field in cls.__pydantic_fields__.values():
            try:
                field.annotation = scope.evaluate(field.annotation)
            except NameError as error:
                cls.__pydantic_missing_name__ = error.name
                return False
    try:
        _model_plan.finish(cls, scope)
    except PydanticUndefinedAnnotation as error:
        cls.__pydantic_missing_name__ = error.name
        cls.__pydantic_complete__ = False
        cls.__pydantic_validate__ = staticmethod(lambda value, run: _first_use(cls)(value, run))
        return False
    cls.__pydantic_complete__ = True
    cls.__pydantic_parent_names__ = None
    return True


def _first_use(cls):
    """A model whose types were not all there when it was defined: they may be now."""
    if not complete(cls, again=True):
        raise PydanticUserError(
            f"`{cls.__name__}` is not fully defined; you should define `{cls.__pydantic_missing_name__}`, "
            f"then call `{cls.__name__}.model_rebuild()`.",
            code="class-not-fully-defined",
        )
    return cls.__pydantic_validate__


def model_plan_of(cls):
    """For fields whose type is a model; the model itself may still be in the making."""
    if cls.__dict__.get("__pydantic_complete__"):
        return Plan(cls.__pydantic_validate__, cls.__name__, cls, cls.__pydantic_serialize__)
    return Plan(
        lambda value, run: cls.__pydantic_validate__(value, run),
        cls.__name__,
        cls,
        lambda value, dump, include, exclude: cls.__pydantic_serialize__(value, dump, include, exclude),
    )
