# SPDX-License-Identifier: MIT
"""A type to a plan. Done once for each field, parameter or TypeAdapter."""

import collections
import collections.abc
import types
import typing
from enum import Enum

from . import _choices, _containers, _scalars
from ._annotations import Scope, is_text
from ._constraints import constrained
from ._core import Plan
from .errors import PydanticSchemaGenerationError, PydanticUndefinedAnnotation
from .fields import FieldInfo

_Annotated, _Union, _Literal = typing.Annotated, typing.Union, typing.Literal
_UnionType, _NoneType = types.UnionType, type(None)
_WRAPPERS = (typing.ClassVar, typing.Final, typing.Required, typing.NotRequired, typing.ReadOnly)
_ABSTRACT = collections.abc


def compile_type(hint, scope):
    plan = _scalars.PLANS.get(hint) if isinstance(hint, type) or hint is None else None
    if plan is not None:
        if plan is _scalars.STR:
            return _text_plan(scope.config)
        return plan
    if hint is typing.Any:
        return _scalars.ANY
    if is_text(hint):
        try:
            return compile_type(scope.evaluate(hint), scope)
        except NameError as error:
            raise PydanticUndefinedAnnotation(error.name, str(error)) from None
    if isinstance(hint, FieldInfo):
        return compile_field(hint, scope)
    origin = typing.get_origin(hint)
    if origin is not None:
        return _compile_generic(hint, origin, typing.get_args(hint), scope)
    if isinstance(hint, type):
        return _compile_class(hint, scope)
    return _compile_special(hint, scope)


def compile_annotated(hint, metadata, limits, scope, field_name=None):
    """A type with what Annotated and Field say about it: limits first, functions around them in their order."""
    limits = dict(limits)
    functions = []
    discriminator = None
    for item in metadata:
        if isinstance(item, FieldInfo):
            limits.update(item.limits)
            functions += _without_limits(item.metadata, limits)
            discriminator = discriminator or item.discriminator
        else:
            discriminator = discriminator or getattr(item, "pydantic_discriminator", None)
            functions += _without_limits([item], limits)
    if discriminator is not None:
        from ._tagged import tagged_plan

        plan = tagged_plan(hint, discriminator, scope)
    else:
        plan = _compile_limited(hint, limits, scope)
    for function in functions:
        plan = _with_metadata(plan, function, scope, field_name, hint)
    return plan


def compile_field(field, scope, field_name=None):
    metadata = field.metadata
    if field.discriminator is None:
        if not metadata and not field.limits:
            return compile_type(field.annotation, scope)
        return compile_annotated(field.annotation, metadata, field.limits, scope, field_name)
    carrier = FieldInfo(discriminator=field.discriminator)
    return compile_annotated(field.annotation, [carrier, *metadata], field.limits, scope, field_name)


def _without_limits(metadata, limits):
    """What of it is more than limits; those go into `limits`."""
    rest = []
    for item in metadata:
        given = getattr(item, "limits", None)
        if callable(given) and not hasattr(item, "func"):
            limits.update(given())
        elif type(item).__name__ == "_General":
            limits.update(vars(item))
        else:
            rest.append(item)
    return rest


def _compile_limited(hint, limits, scope):
    if not limits:
        return compile_type(hint, scope)
    if is_text(hint):
        hint = scope.evaluate(hint)
    origin = typing.get_origin(hint)
    if origin is _Union or origin is _UnionType:
        args = typing.get_args(hint)
        if limits.get("union_mode") == "left_to_right":
            return _union(args, scope, True)
        if _NoneType in args:
            rest = tuple(arg for arg in args if arg is not _NoneType)
            return _choices.nullable_plan(_compile_limited(_Union[rest], limits, scope))
    if limits.get("coerce_numbers_to_str") and hint is str:
        return constrained(_scalars.STR_OR_NUMBER, limits)
    if isinstance(hint, typing.TypeVar) and hint in scope.variables:
        return _compile_limited(scope.variables[hint], limits, scope)
    return constrained(compile_type(hint, scope), limits)


def _with_metadata(plan, item, scope, field_name, hint):
    mode = getattr(item, "mode", None)
    if mode in ("before", "after", "wrap", "plain") and hasattr(item, "func"):
        from ._functions import with_function

        return with_function(plan, mode, item.func, field_name, scope.config)
    if hasattr(item, "when_used") and hasattr(item, "func"):
        from ._serializers import with_serializer

        return with_serializer(plan, item.func, item.wrap, item.when_used)
    wrap = getattr(item, "__pydantic_plan__", None)
    if wrap is not None:  # types of this package: SecretStr, EmailStr, Json, PastDate...
        return wrap(plan, scope)
    if hasattr(item, "func") and type(item).__name__ == "Predicate":
        from ._functions import with_function

        return with_function(plan, "after", _predicate(item.func))
    return plan


def _predicate(test):
    def check(value):
        if not test(value):
            from ._custom_errors import PydanticCustomError

            raise PydanticCustomError("predicate_failed", f"Predicate {test.__qualname__} failed")
        return value

    return check


def _text_plan(config):
    wanted = {
        "strip_whitespace": config.get("str_strip_whitespace"),
        "to_lower": config.get("str_to_lower"),
        "to_upper": config.get("str_to_upper"),
        "min_length": config.get("str_min_length") or None,
        "max_length": config.get("str_max_length"),
    }
    plan = _scalars.STR_OR_NUMBER if config.get("coerce_numbers_to_str") else _scalars.STR
    limits = {name: value for name, value in wanted.items() if value}
    return constrained(plan, limits) if limits else plan


def _compile_class(cls, scope):
    custom = getattr(cls, "__pydantic_model_plan__", None)
    if custom is not None:
        return custom()
    module = cls.__module__
    if issubclass(cls, Enum):
        plan = _choices.enum_plan(cls)
        if scope.config.get("use_enum_values"):
            inner = plan.validate
            plan = Plan(lambda value, run: inner(value, run).value, plan.name, "enum")
        return plan
    if cls in _BARE:
        return _BARE[cls]()
    if module == "datetime":
        from . import _dates

        if cls in _dates.PLANS:
            return _dates.PLANS[cls]
    if module in ("decimal", "_decimal", "_pydecimal"):
        from . import _decimals

        if cls in _decimals.PLANS:
            return _decimals.PLANS[cls]
    if hasattr(cls, "__pydantic_type_plan__"):
        return cls.__pydantic_type_plan__(scope)
    from . import _library_types

    plan = _library_types.plan_of(cls, module)
    if plan is not None:
        return plan
    if hasattr(cls, "__dataclass_fields__") or hasattr(cls, "_fields") or hasattr(cls, "__total__"):
        from ._structures import structure_plan

        return structure_plan(cls, scope)
    if hasattr(cls, "__supertype__"):
        return compile_type(cls.__supertype__, scope)
    if cls is _ABSTRACT.Hashable:
        return _scalars.HASHABLE
    if scope.config.get("arbitrary_types_allowed"):
        return _scalars.instance_plan(cls)
    raise PydanticSchemaGenerationError(
        f"Unable to generate pydantic-core schema for {cls!r}. Set `arbitrary_types_allowed=True` in the model_config to ignore this "
        "error or implement `__get_pydantic_core_schema__` on your type to fully support it.\n\nIf you got this error by calling "
        "handler(<some type>) within `__get_pydantic_core_schema__` then you likely need to call `handler.generate_schema(<some type>)` "
        "since we do not call `__get_pydantic_core_schema__` on `<some type>` otherwise to avoid infinite recursion."
    )


_BARE = {
    list: lambda: _containers.list_plan(_scalars.ANY),
    tuple: lambda: _containers.tuple_plan((), _scalars.ANY),
    dict: lambda: _containers.dict_plan(_scalars.ANY, _scalars.ANY),
    set: lambda: _containers.set_plan(_scalars.ANY),
    frozenset: lambda: _containers.set_plan(_scalars.ANY, frozenset),
    collections.deque: lambda: _containers.deque_plan(_scalars.ANY),
    collections.abc.Callable: lambda: _scalars.CALLABLE,
    collections.abc.Sequence: lambda: _containers.sequence_plan(_scalars.ANY),
    collections.abc.Iterable: lambda: _containers.iterable_plan(_scalars.ANY),
    collections.abc.Mapping: lambda: _containers.dict_plan(_scalars.ANY, _scalars.ANY),
    type: lambda: _scalars.TYPE,
}


def _compile_generic(hint, origin, args, scope):
    if origin is _Union or origin is _UnionType:
        return _union(args, scope)
    if origin is _Annotated:
        return compile_annotated(args[0], args[1:], {}, scope)
    if origin is _Literal:
        return _choices.literal_plan(_flat_literals(args))
    if origin in _WRAPPERS:
        return compile_type(args[0], scope)
    if isinstance(hint, typing.TypeAliasType):
        return compile_type(hint.__value__, scope)
    if origin is list or origin in (_ABSTRACT.MutableSequence,):
        return _containers.list_plan(compile_type(args[0], scope))
    if origin is dict or origin in (_ABSTRACT.Mapping, _ABSTRACT.MutableMapping, collections.OrderedDict, collections.Counter):
        key = compile_type(args[0], scope)
        value = _scalars.INT if origin is collections.Counter else compile_type(args[1], scope)
        return _containers.dict_plan(key, value, origin if origin in (collections.OrderedDict, collections.Counter) else None)
    if origin is collections.defaultdict:
        key, value = (compile_type(arg, scope) for arg in args)
        factory = typing.get_origin(args[1]) or args[1]
        return _containers.dict_plan(key, value, lambda items: collections.defaultdict(factory, items))
    if origin is tuple:
        if len(args) == 2 and args[1] is ...:
            return _containers.tuple_plan((), compile_type(args[0], scope))
        return _containers.tuple_plan([compile_type(arg, scope) for arg in args if arg != ()])
    if origin in (set, _ABSTRACT.Set, _ABSTRACT.MutableSet):
        return _containers.set_plan(compile_type(args[0], scope))
    if origin is frozenset:
        return _containers.set_plan(compile_type(args[0], scope), frozenset)
    if origin is collections.deque:
        return _containers.deque_plan(compile_type(args[0], scope))
    if origin in (_ABSTRACT.Sequence, _ABSTRACT.Collection):
        return _containers.sequence_plan(compile_type(args[0], scope))
    if origin in (_ABSTRACT.Iterable, _ABSTRACT.Iterator, _ABSTRACT.Generator, _ABSTRACT.AsyncIterable):
        return _containers.iterable_plan(compile_type(args[0], scope))
    if origin is _ABSTRACT.Callable:
        return _scalars.CALLABLE
    if origin is type:
        return _scalars.TYPE if args[0] is typing.Any else _scalars.subclass_plan(args[0])
    if isinstance(origin, typing.TypeAliasType):
        from ._annotations import substitute

        return compile_type(substitute(origin.__value__, dict(zip(origin.__type_params__, args))), scope)
    if isinstance(origin, type):
        from ._annotations import substitute

        inner = Scope(scope.globals, scope.locals, scope.config, dict(zip(getattr(origin, "__parameters__", ()), args)), scope.owner)
        return _compile_class(origin, inner)
    return _compile_special(hint, scope)


def _flat_literals(args):
    values = []
    for arg in args:
        values += _flat_literals(typing.get_args(arg)) if typing.get_origin(arg) is _Literal else [arg]
    return values


def _union(args, scope, left_to_right=False):
    rest = [arg for arg in args if arg is not _NoneType]
    plans = [compile_type(arg, scope) for arg in rest]
    if len(plans) == 1:
        plan = plans[0]
    else:
        plan = _choices.union_plan(plans, left_to_right or scope.config.get("union_mode") == "left_to_right")
    return plan if len(rest) == len(args) else _choices.nullable_plan(plan)


def _compile_special(hint, scope):
    if isinstance(hint, typing.TypeVar):
        if hint in scope.variables:
            return compile_type(scope.variables[hint], scope)
        default = getattr(hint, "__default__", typing.NoDefault)
        if default is not typing.NoDefault:
            return compile_type(default, scope)
        if hint.__bound__ is not None:
            return compile_type(hint.__bound__, scope)
        if hint.__constraints__:
            return _union(hint.__constraints__, scope)
        return _scalars.ANY
    if isinstance(hint, typing.TypeAliasType):
        return compile_type(hint.__value__, scope)
    if isinstance(hint, typing.NewType):
        return compile_type(hint.__supertype__, scope)
    if hint is typing.Self and scope.owner is not None:
        return compile_type(scope.owner, scope)
    bare = {typing.Callable: _scalars.CALLABLE}.get(hint)
    if bare is not None:
        return bare
    origin = getattr(hint, "__origin__", None)
    if isinstance(origin, type):  # typing.List and its kin, bare
        return compile_type(origin, scope)
    raise PydanticSchemaGenerationError(
        f"Unable to generate pydantic-core schema for {hint!r}. Set `arbitrary_types_allowed=True` in the model_config to ignore this "
        "error or implement `__get_pydantic_core_schema__` on your type to fully support it."
    )
