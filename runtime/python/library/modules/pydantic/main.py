# SPDX-License-Identifier: MIT
"""BaseModel."""

from . import _model_plan
from ._core import MISSING, Invalid, Line, Run, under
from ._dump import Dump
from ._model_class import ModelMetaclass, complete, model_plan_of
from ._validation_error import ValidationError

_set = object.__setattr__


def validated(cls, value, run):
    """The one way in: what is wrong comes out as ValidationError."""
    try:
        return cls.__pydantic_validate__(value, run)
    except Invalid as error:
        raise ValidationError.of(cls.model_config.get("title") or cls.__name__, error.lines, run.mode) from None


class BaseModel(metaclass=ModelMetaclass):
    __slots__ = ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")

    model_config = {}
    __private_attributes__ = {}
    __pydantic_fields__ = {}
    __pydantic_computed_fields__ = {}
    __pydantic_decorators__ = ()
    __pydantic_variables__ = {}
    __pydantic_root_model__ = False
    __pydantic_complete__ = False

    def __init__(self, /, **data):
        run = Run()
        run.self_instance = self
        result = validated(type(self), data, run)
        if result is not self:
            import warnings

            warnings.warn(
                "A custom validator is returning a value other than `self`.\nReturning anything other than `self` from a top level model "
                "validator isn't supported when validating via `__init__`.\nSee the `model_validator` docs "
                "(https://docs.pydantic.dev/latest/concepts/validators/#model-validators) for more details.",
                stacklevel=2,
            )

    # In and out.

    @classmethod
    def model_validate(cls, obj, *, strict=None, from_attributes=None, context=None):
        return validated(cls, obj, Run("python", bool(strict), from_attributes, context))

    @classmethod
    def model_validate_json(cls, json_data, *, strict=None, context=None):
        from ._json_functions import parsed

        return validated(cls, parsed(json_data, cls.__name__), Run("json", bool(strict), None, context))

    @classmethod
    def model_validate_strings(cls, obj, *, strict=None, context=None):
        return validated(cls, obj, Run("strings", bool(strict), None, context))

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        model = cls.__new__(cls)
        kept = {}
        given = set()
        for name, field in cls.__pydantic_fields__.items():
            for key in (field.alias, field.validation_alias, name):
                if isinstance(key, str) and key in values:
                    kept[name] = values.pop(key)
                    given.add(name)
                    break
            else:
                if not field.is_required():
                    kept[name] = field.get_default(call_default_factory=True, validated_data=kept)
        extra = None
        if cls.model_config.get("extra") == "allow":
            extra = values
            given.update(values)
        _set(model, "__dict__", kept)
        _set(model, "__pydantic_fields_set__", given if _fields_set is None else _fields_set)
        _set(model, "__pydantic_extra__", extra)
        _set(model, "__pydantic_private__", None)
        if cls.__private_attributes__:
            _model_plan.start_private(model, cls.__private_attributes__)
        if cls.__pydantic_has_post_init__:
            model.model_post_init(None)
        return model

    def model_dump(self, *, mode="python", include=None, exclude=None, context=None, by_alias=False, exclude_unset=False,
                   exclude_defaults=False, exclude_none=False, round_trip=False, warnings=True, serialize_as_any=False):
        dump = Dump(mode, by_alias, exclude_unset, exclude_defaults, exclude_none, round_trip, context, serialize_as_any)
        return self.__pydantic_serialize__(self, dump, include, exclude)

    def model_dump_json(self, *, indent=None, include=None, exclude=None, context=None, by_alias=False, exclude_unset=False,
                        exclude_defaults=False, exclude_none=False, round_trip=False, warnings=True, serialize_as_any=False):
        from ._json_functions import json_text

        dump = Dump("json", by_alias, exclude_unset, exclude_defaults, exclude_none, round_trip, context, serialize_as_any)
        return json_text(self.__pydantic_serialize__(self, dump, include, exclude), indent)

    def model_copy(self, *, update=None, deep=False):
        copied = self.__deepcopy__() if deep else self.__copy__()
        if update:
            if self.model_config.get("extra") == "allow":
                for name, value in update.items():
                    target = copied.__dict__ if name in self.__pydantic_fields__ else copied.__pydantic_extra__
                    target[name] = value
            else:
                copied.__dict__.update(update)
            copied.__pydantic_fields_set__.update(update)
        return copied

    @classmethod
    def model_json_schema(cls, by_alias=True, ref_template="#/$defs/{model}", schema_generator=None, mode="validation"):
        from .json_schema import model_json_schema

        return model_json_schema(cls, by_alias, ref_template, mode)

    @classmethod
    def model_rebuild(cls, *, force=False, raise_errors=True, _parent_namespace_depth=2, _types_namespace=None):
        if cls.__pydantic_complete__ and not force:
            return None
        import sys

        names = {**sys._getframe(1).f_locals, **(_types_namespace or {})}
        if complete(cls, again=True, names=names):
            return True
        if raise_errors:
            from .errors import PydanticUndefinedAnnotation

            name = cls.__pydantic_missing_name__
            raise PydanticUndefinedAnnotation(name, f"name {name!r} is not defined")
        return False

    def model_post_init(self, context, /):
        pass

    @property
    def model_extra(self):
        return self.__pydantic_extra__

    @property
    def model_fields_set(self):
        return self.__pydantic_fields_set__

    @property
    def model_fields(self):
        return type(self).__pydantic_fields__

    @property
    def model_computed_fields(self):
        return type(self).__pydantic_computed_fields__

    @classmethod
    def __pydantic_model_plan__(cls):
        return model_plan_of(cls)

    @classmethod
    def __class_getitem__(cls, arguments):
        from ._generics import parametrized

        return parametrized(cls, arguments)

    @classmethod
    def model_parametrized_name(cls, params):
        from ._representation import display_type

        return f"{cls.__name__}[{', '.join(display_type(each) for each in params)}]"

    # Attributes.

    def __getattr__(self, name):
        cls = type(self)
        if name in cls.__private_attributes__:
            private = self.__pydantic_private__
            if private is not None and name in private:
                return private[name]
        elif not name.startswith("__pydantic"):
            try:
                extra = self.__pydantic_extra__
            except AttributeError:
                extra = None
            if extra and name in extra:
                return extra[name]
        raise AttributeError(f"{cls.__name__!r} object has no attribute {name!r}")

    def __setattr__(self, name, value):
        cls = type(self)
        if name in cls.__pydantic_fields__:
            config = cls.model_config
            if config.get("frozen") or cls.__pydantic_fields__[name].frozen:
                kind = "frozen_instance" if config.get("frozen") else "frozen_field"
                raise ValidationError.of(cls.__name__, [Line(kind, value, loc=(name,))])
            if config.get("validate_assignment"):
                _assign_validated(self, cls, name, value)
            else:
                self.__dict__[name] = value
                self.__pydantic_fields_set__.add(name)
        elif name in cls.__private_attributes__:
            if self.__pydantic_private__ is None:
                _set(self, "__pydantic_private__", {})
            self.__pydantic_private__[name] = value
        elif name.startswith("_"):
            _set(self, name, value)
        elif isinstance(getattr(cls, name, None), property) or hasattr(getattr(cls, name, None), "__set__"):
            getattr(cls, name).__set__(self, value)
        elif cls.model_config.get("frozen"):
            raise ValidationError.of(cls.__name__, [Line("frozen_instance", value, loc=(name,))])
        elif cls.model_config.get("extra") == "allow":
            self.__pydantic_extra__[name] = value
        elif name in {key for base in cls.__mro__ for key in base.__dict__.get("__annotations__", ())} and hasattr(cls, name):
            raise AttributeError(
                f"{name!r} is a ClassVar of `{cls.__name__}` and cannot be set on an instance. "
                f"If you want to set a value on the class, use `{cls.__name__}.{name} = value`."
            )
        elif hasattr(cls, name) and not callable(getattr(cls, name)):
            _set(self, name, value)
        else:
            raise ValueError(f'"{cls.__name__}" object has no field "{name}"')

    def __delattr__(self, name):
        cls = type(self)
        if name in cls.__private_attributes__:
            self.__pydantic_private__.pop(name, None)
        elif name in self.__dict__:
            del self.__dict__[name]
        elif self.__pydantic_extra__ and name in self.__pydantic_extra__:
            del self.__pydantic_extra__[name]
        else:
            raise AttributeError(f"{cls.__name__!r} object has no attribute {name!r}")

    # As a value.

    def __iter__(self):
        yield from self.__dict__.items()
        if self.__pydantic_extra__:
            yield from self.__pydantic_extra__.items()

    def __eq__(self, other):
        if not isinstance(other, BaseModel):
            return NotImplemented
        mine = type(self).__pydantic_generic_metadata__["origin"] or type(self)
        theirs = type(other).__pydantic_generic_metadata__["origin"] or type(other)
        names = type(self).__pydantic_fields__
        return (
            mine is theirs
            and {name: value for name, value in self.__dict__.items() if name in names}
            == {name: value for name, value in other.__dict__.items() if name in names}
            and self.__pydantic_private__ == other.__pydantic_private__
            and (self.__pydantic_extra__ or {}) == (other.__pydantic_extra__ or {})
        )

    @classmethod
    def __pydantic_init_subclass__(cls, **options):
        pass

    def __repr_args__(self):
        fields = type(self).__pydantic_fields__
        for name, value in self.__dict__.items():
            field = fields.get(name)
            if field is not None and field.repr:
                yield name, value
        yield from (self.__pydantic_extra__ or {}).items()
        for name, info in type(self).__pydantic_computed_fields__.items():
            if info.repr:
                yield name, getattr(self, name)

    def __repr_name__(self):
        return type(self).__name__

    def __repr_str__(self, join):
        return join.join(f"{name}={value!r}" if name else repr(value) for name, value in self.__repr_args__())

    def __repr__(self):
        return f"{self.__repr_name__()}({self.__repr_str__(', ')})"

    def __str__(self):
        return self.__repr_str__(" ")

    def __copy__(self):
        copied = type(self).__new__(type(self))
        _fill(copied, dict(self.__dict__), self.__pydantic_extra__ and dict(self.__pydantic_extra__), self, self.__pydantic_private__ and dict(self.__pydantic_private__))
        return copied

    def __deepcopy__(self, memo=None):
        from copy import deepcopy

        copied = type(self).__new__(type(self))
        _fill(copied, deepcopy(self.__dict__, memo), deepcopy(self.__pydantic_extra__, memo), self, deepcopy(self.__pydantic_private__, memo))
        return copied

    def __getstate__(self):
        return {
            "__dict__": self.__dict__,
            "__pydantic_extra__": self.__pydantic_extra__,
            "__pydantic_fields_set__": self.__pydantic_fields_set__,
            "__pydantic_private__": self.__pydantic_private__,
        }

    def __setstate__(self, state):
        for name, value in state.items():
            _set(self, name, value)

    def __dir__(self):
        return sorted(set(object.__dir__(self)))


def _old(name, new):
    """A method of pydantic 1, which warns and does what its successor does."""

    def warn():
        import warnings

        from .warnings import PydanticDeprecatedSince20

        warnings.warn(f"The `{name}` method is deprecated; use `{new}` instead.", PydanticDeprecatedSince20, stacklevel=3)

    def method(self, *args, **kwargs):
        warn()
        return getattr(self, new)(*args, **kwargs)

    method.__name__ = name
    return method


for _name, _new in (("dict", "model_dump"), ("json", "model_dump_json"), ("copy", "model_copy")):
    setattr(BaseModel, _name, _old(_name, _new))
for _name, _new in (
    ("parse_obj", "model_validate"),
    ("construct", "model_construct"),
    ("schema", "model_json_schema"),
    ("update_forward_refs", "model_rebuild"),
    ("from_orm", "model_validate"),
    ("parse_raw", "model_validate_json"),
):
    setattr(BaseModel, _name, classmethod(_old(_name, _new)))


def _fill(copied, values, extra, original, private):
    _set(copied, "__dict__", values)
    _set(copied, "__pydantic_extra__", extra)
    _set(copied, "__pydantic_fields_set__", set(original.__pydantic_fields_set__))
    _set(copied, "__pydantic_private__", private)


def _assign_validated(model, cls, name, value):
    """validate_assignment: the field by its plan, then the model's after validators on the whole."""
    run = Run()
    run.data = {key: each for key, each in model.__dict__.items() if key != name}
    step = next(step for step in cls.__pydantic_steps__ if step.name == name)
    try:
        new = step.validate(value, run)
    except Invalid as error:
        raise ValidationError.of(cls.__name__, under(error, step.key)) from None
    old = model.__dict__.get(name, MISSING)
    model.__dict__[name] = new
    for each in cls.__pydantic_decorators__:
        if each.kind == "model" and each.mode == "after":
            try:
                each.function.__get__(model, cls)()
            except (ValueError, AssertionError) as error:
                from ._validation_error import lines_of

                if old is not MISSING:
                    model.__dict__[name] = old
                raise ValidationError.of(cls.__name__, lines_of(error, {**model.__dict__, name: value})) from None
    model.__pydantic_fields_set__.add(name)


def create_model(model_name, /, *, __config__=None, __doc__=None, __base__=None, __module__=None, __validators__=None,
                 __cls_kwargs__=None, **field_definitions):
    import sys

    bases = (BaseModel,) if __base__ is None else __base__ if isinstance(__base__, tuple) else (__base__,)
    annotations, namespace = {}, {"__module__": __module__ or sys._getframe(1).f_globals["__name__"], "__qualname__": model_name}
    for name, definition in field_definitions.items():
        if isinstance(definition, tuple):
            annotations[name], default = definition
            if default is not ...:
                namespace[name] = default
        else:
            annotations[name] = definition
    namespace["__annotations__"] = annotations
    if __doc__:
        namespace["__doc__"] = __doc__
    if __config__:
        namespace["model_config"] = __config__
    namespace.update(__validators__ or {})
    return ModelMetaclass(model_name, bases, namespace, **(__cls_kwargs__ or {}))
