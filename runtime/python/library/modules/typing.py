# SPDX-License-Identifier: MIT
"""Type hints. They mean nothing at run time; what programs do rely on is here: Generic, Protocol, NamedTuple, TypedDict,
cast, get_type_hints and the text of an annotation."""
import collections
import sys
from _abc import ABCMeta, abstractmethod
from types import GenericAlias, UnionType

TYPE_CHECKING = False

__all__ = (
    "AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable BinaryIO "
    "ByteString Callable ChainMap ClassVar Collection Concatenate Container ContextManager Coroutine Counter DefaultDict "
    "Deque Dict Final ForwardRef FrozenSet Generator Generic Hashable IO ItemsView Iterable Iterator KeysView List Literal "
    "LiteralString Mapping MappingView Match MutableMapping MutableSequence MutableSet NamedTuple Never NewType NoDefault "
    "NoReturn NotRequired Optional OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Pattern Protocol ReadOnly Required "
    "Reversible Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt "
    "SupportsRound TYPE_CHECKING Text TextIO Tuple Type TypeAlias TypeAliasType TypeGuard TypeIs TypeVar TypeVarTuple "
    "TypedDict Union Unpack ValuesView assert_never assert_type cast clear_overloads dataclass_transform final get_args "
    "get_origin get_overloads get_protocol_members get_type_hints is_protocol is_typeddict no_type_check "
    "no_type_check_decorator overload override reveal_type runtime_checkable"
).split()
_NoneType = type(None)


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, list):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    return repr(obj)


def _convert(arg):
    """None stands for its type, a text for a type to be named later."""
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            inner = (arg,)
        elif isinstance(arg, list):
            inner = _parameters(arg)
        else:
            inner = getattr(arg, "__parameters__", ()) if not isinstance(arg, type) else ()
        for p in inner:
            if p not in found:
                found.append(p)
    return tuple(found)


class _Operators:
    """What may stand beside | in an annotation."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Operators):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        if not arg.isidentifier() or arg in ("None", "True", "False"):
            try:
                compile(arg if not arg.startswith("*") else f"({arg},)[0]", "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = f", module={self.__forward_module__!r}" if self.__forward_module__ is not None else ""
        return f"ForwardRef({self.__forward_arg__!r}{module})"


class _NoDefault:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefault()


class _Variable(_Operators):
    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__default__ = default
        self.__module__ = _caller(3)

    def has_default(self):
        return self.__default__ is not NoDefault

    def __typing_subst__(self, arg):
        return arg

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __init_subclass__(cls, /, _root=False, **kwargs):
        if not _root:
            raise TypeError(f"type 'typing.{cls.__base__.__name__}' is not an acceptable base type")


class TypeVar(_Variable, _root=True):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        if not isinstance(name, str):
            raise TypeError(f"typevar() argument 'name' must be str, not {type(name).__name__}")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        super().__init__(name, default=default)
        self.__constraints__ = tuple(map(_convert, constraints))
        self.__bound__ = bound if bound is None else _convert(bound)
        self.__covariant__, self.__contravariant__, self.__infer_variance__ = covariant, contravariant, infer_variance

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpecArgs(_Operators):
    _what = "args"

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._what}"

    def __eq__(self, other):
        return type(self) is type(other) and self.__origin__ == other.__origin__

    __hash__ = object.__hash__


class ParamSpecKwargs(ParamSpecArgs):
    _what = "kwargs"


class ParamSpec(_Variable, _root=True):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        super().__init__(name, default=default)
        self.__bound__, self.__covariant__, self.__contravariant__ = bound, covariant, contravariant
        self.__infer_variance__ = infer_variance

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __repr__(self):
        return self.__name__ if self.__infer_variance__ else "~" + self.__name__


class TypeVarTuple(_Variable, _root=True):
    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


def _caller(depth=2):
    try:
        return sys._getframe(depth).f_globals.get("__name__", "__main__")
    except ValueError:
        return None


class _GenericAlias(_Operators):
    """origin[args] as typing spells it."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)
        self._name = name
        if not name:
            self.__module__ = getattr(origin, "__module__", "typing")

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __iter__(self):
        yield Unpack[self]

    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        variables = self.__parameters__
        given = dict(zip(variables, params))
        several = next((i for i, p in enumerate(variables) if isinstance(p, TypeVarTuple)), None)
        if several is not None and len(params) >= len(variables) - 1:
            rest = len(params) - len(variables) + 1
            given = dict(zip(variables, params[:several])) | dict(zip(variables[several + 1 :], params[several + rest :]))
            given[variables[several]] = params[several : several + rest]
        elif len(variables) == 1 and isinstance(variables[0], ParamSpec):
            one = params[0] if len(params) == 1 else None
            whole = isinstance(one, (list, ParamSpec)) or one is ... or getattr(one, "__origin__", None) is Concatenate
            given = {variables[0]: one if whole else list(params)}
        elif len(params) != len(self.__parameters__):
            if len(params) > len(variables):
                raise TypeError(f"Too many arguments for {self}; actual {len(params)}, expected {len(variables)}")
            least = len(variables) - (several is not None)
            raise TypeError(f"Too few arguments for {self}; actual {len(params)}, expected at least {least}")
        return self._with(_substituted(self.__args__, given))

    def _with(self, args):
        return type(self)(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if self._name and self.__origin__ is not Generic and not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if self.__origin__ in (Generic, Protocol):
            i = bases.index(self)
            for b in bases[i + 1 :]:
                if isinstance(b, _GenericAlias) and b is not self or isinstance(b, type) and b is not Generic and issubclass(b, Generic):
                    return ()
            return (self.__origin__,)
        if self._name and Generic not in bases and not (isinstance(self.__origin__, type) and issubclass(self.__origin__, Generic)):
            i = bases.index(self)
            if not any(isinstance(b, _GenericAlias) or isinstance(b, type) and issubclass(b, Generic) for b in bases[i + 1 :]):
                return (self.__origin__, Generic)
        return (self.__origin__,)

    def __getattr__(self, attr):
        if "__origin__" in self.__dict__:
            if attr in ("__name__", "__qualname__") and self._name:
                return self._name
            if attr in ("__name__", "__qualname__") or not (attr.startswith("__") and attr.endswith("__")):
                return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__


def _substituted(args, given):
    found = []
    for arg in args:
        one = arg.__args__[0] if getattr(arg, "__origin__", None) is Unpack else None
        if isinstance(one, TypeVarTuple) and isinstance(given.get(one), tuple):
            found.extend(given[one])
        else:
            found.append(_substitute(arg, given))
    return tuple(found)


def _substitute(arg, given):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return given.get(arg, arg)
    if isinstance(arg, list):
        return [_substitute(a, given) for a in arg]
    inner = getattr(arg, "__parameters__", ()) if not isinstance(arg, type) else ()
    return arg[tuple(given.get(p, p) for p in inner)] if inner else arg


class _UnionGenericAlias(_GenericAlias):
    __iter__ = None

    @property
    def __name__(self):
        return "Optional" if len(self.__args__) == 2 and _NoneType in self.__args__ else "Union"

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _NoneType in args:
            return f"typing.Optional[{_type_repr(args[0] if args[1] is _NoneType else args[1])}]"
        return super().__repr__()

    def __eq__(self, other):
        if isinstance(other, (_UnionGenericAlias, UnionType)):
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def _with(self, args):
        return Union[args]

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        return isinstance(other, _LiteralGenericAlias) and set(self._typed()) == set(other._typed())

    def _typed(self):
        return [(a, type(a)) for a in self.__args__]

    def __hash__(self):
        return hash(frozenset(self._typed()))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _CallableGenericAlias(_GenericAlias):
    __iter__ = None

    def _with(self, args):
        """A list for a ParamSpec, also at the end of Concatenate, becomes the arguments themselves."""
        first = args[0] if len(args) == 2 else None
        if isinstance(first, list):
            args = (*first, args[1])
        elif getattr(first, "__origin__", None) is Concatenate and not (first.__args__[-1] is ... or isinstance(first.__args__[-1], ParamSpec)):
            *before, last = first.__args__
            args = (*before, *(last if isinstance(last, list) else (last,)), args[1])
        return super()._with(args)

    def __repr__(self):
        *arguments, result = self.__args__
        one = arguments[0] if len(arguments) == 1 else None
        if one is ... or isinstance(one, ParamSpec) or getattr(one, "__origin__", None) is Concatenate:
            shown = _type_repr(arguments[0])
        else:
            shown = f"[{', '.join(map(_type_repr, arguments))}]"
        return f"typing.Callable[{shown}, {_type_repr(result)}]"


class _AnnotatedAlias(_GenericAlias):
    __iter__ = None

    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), None)
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        return isinstance(other, _AnnotatedAlias) and self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)


class _SpecialForm(_Operators):
    """Any of the names that take something in brackets, or stand alone."""

    __iter__ = None

    def __init__(self, name, getitem=None):
        self._name = self.__name__ = self.__qualname__ = name
        self._getitem = getitem

    def __getitem__(self, params):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, params)

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    __module__ = "typing"


def _one(form, arg):
    if isinstance(arg, tuple):
        raise TypeError(f"{form} accepts only single type. Got {arg!r:.100}.")
    return _GenericAlias(form, (_convert(arg),), form._name)


class _ConcatenateGenericAlias(_GenericAlias):
    """Its name is how collections.abc.Callable knows it."""


def _several(form, params):
    return _ConcatenateGenericAlias(form, tuple(map(_convert, params if isinstance(params, tuple) else (params,))), form._name)


def _union(form, params):
    if params == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for p in params if isinstance(params, tuple) else (params,):
        p = _convert(p)
        for one in p.__args__ if isinstance(p, (_UnionGenericAlias, UnionType)) else (p,):
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else _UnionGenericAlias(Union, tuple(flat), "Union")


def _literal(form, params):
    flat = []
    for p in params if isinstance(params, tuple) else (params,):
        for one in p.__args__ if isinstance(p, _LiteralGenericAlias) else (p,):
            if not any(one == known and type(one) is type(known) for known in flat):
                flat.append(one)
    return _LiteralGenericAlias(Literal, tuple(flat), "Literal")


def _annotated(form, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, metadata = _convert(params[0]), params[1:]
    if isinstance(origin, _AnnotatedAlias):
        origin, metadata = origin.__origin__, origin.__metadata__ + metadata
    return _AnnotatedAlias(origin, metadata)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


for _name in "NoReturn Never Self LiteralString TypeAlias".split():
    globals()[_name] = _SpecialForm(_name)
for _name in "ClassVar Final Required NotRequired ReadOnly TypeGuard TypeIs Unpack".split():
    globals()[_name] = _SpecialForm(_name, _one)
Concatenate = _SpecialForm("Concatenate", _several)
Union = _SpecialForm("Union", _union)
def _optional(form, arg):
    if isinstance(arg, tuple):
        raise TypeError(f"typing.Optional requires a single type. Got {arg!r:.100}.")
    return Union[arg, None]


Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
Annotated = _SpecialForm("Annotated", _annotated)


# How many parameters those take that are other names of classes.
_COUNTS = dict.fromkeys("List Set FrozenSet Type Deque Iterable Iterator Sequence MutableSequence Collection Container Awaitable "
                        "AsyncIterable AsyncIterator Reversible AbstractSet MutableSet KeysView ValuesView Counter".split(), 1) | dict.fromkeys(
    "Dict DefaultDict OrderedDict Mapping MutableMapping ItemsView ChainMap".split(), 2)  # fmt: skip


class _SpecialGenericAlias(_SpecialForm):
    """List, Dict, Callable...: another name of a real class."""

    def __init__(self, origin, name):
        super().__init__(name)
        self.__origin__ = origin

    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        left_out = {"Generator": (3, _NoneType), "AsyncGenerator": (2, _NoneType), "ContextManager": (2, bool | None),
                    "AsyncContextManager": (2, bool | None)}.get(self._name)  # fmt: skip
        if left_out:
            params += (left_out[1],) * (left_out[0] - len(params))
        wanted = _COUNTS.get(self._name)
        if wanted is not None and len(params) != wanted and not any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in params):
            if len(params) > wanted:
                raise TypeError(f"Too many arguments for typing.{self._name}; actual {len(params)}, expected {wanted}")
            raise TypeError(f"Too few arguments for typing.{self._name}; actual {len(params)}, expected {wanted}")
        return _GenericAlias(self.__origin__, tuple(map(_convert, params)), self._name)

    def __call__(self, *args, **kwargs):
        if self._name in ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type"):
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        arguments, result = params
        arguments = tuple(map(_convert, arguments)) if isinstance(arguments, (list, tuple)) else (arguments,)
        return _CallableGenericAlias(self.__origin__, (*arguments, _convert(result)), "Callable")


for _name, _origin in (
    ("List", list), ("Dict", dict), ("Set", set), ("FrozenSet", frozenset), ("Tuple", tuple), ("Type", type),
    ("Deque", collections.deque), ("DefaultDict", collections.defaultdict), ("OrderedDict", collections.OrderedDict),
):  # fmt: skip
    globals()[_name] = _SpecialGenericAlias(_origin, _name)

_ABSTRACT = dict.fromkeys(
    "Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Sized "
    "Container Collection Callable MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence "
    "MutableSequence ByteString".split()
) | {"AbstractSet": "Set"}


def __getattr__(name):
    """Names that need other modules, made when first asked for."""
    if name in _ABSTRACT:
        from collections import abc

        kind = _CallableType if name == "Callable" else _SpecialGenericAlias
        value = kind(getattr(abc, _ABSTRACT[name] or name), name)
    elif name in ("Counter", "ChainMap"):
        value = _SpecialGenericAlias(getattr(collections, name), name)
    elif name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        value = _SpecialGenericAlias(getattr(contextlib, "Abstract" + name), name)
    elif name in ("Pattern", "Match"):
        import re

        value = _SpecialGenericAlias(getattr(re, name), name)
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__():
    return [*globals(), *_ABSTRACT, "Counter", "ChainMap"]


Text = str


_made_aliases = {}


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            for p in params:
                if not isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) and getattr(p, "__origin__", None) is not Unpack:
                    raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, params, cls.__name__)
        wanted = cls.__parameters__
        if not wanted:
            raise TypeError(f"{cls} is not a generic class")
        special = any(isinstance(p, (ParamSpec, TypeVarTuple)) for p in wanted)
        needed = sum(not p.has_default() for p in wanted)
        if not special and not needed <= len(params) <= len(wanted):
            if len(params) > len(wanted):
                raise TypeError(f"Too many arguments for {cls}; actual {len(params)}, expected {len(wanted)}")
            raise TypeError(f"Too few arguments for {cls}; actual {len(params)}, expected at least {needed}")
        params += tuple(p.__default__ for p in wanted[len(params) :] if p.has_default())
        # The same parameters give the same alias, as programs that compare with `is` expect.
        key = (cls, *((type(p), p) for p in params))
        try:
            found = _made_aliases.get(key)
        except TypeError:
            return _GenericAlias(cls, tuple(map(_convert, params)))
        if found is None:
            if len(_made_aliases) > 256:
                _made_aliases.clear()
            found = _made_aliases[key] = _GenericAlias(cls, tuple(map(_convert, params)))
        return found

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        variables = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                if variables is not None and base.__origin__ is Generic:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                variables = base.__parameters__
        if variables is None:
            variables = _parameters(b for b in bases if not isinstance(b, type))
        cls.__parameters__ = tuple(variables)


_PROTOCOL_IGNORED = frozenset(
    "__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ "
    "__weakref__ __class_getitem__ __match_args__ __static_attributes__ __firstlineno__ __parameters__ __orig_bases__ "
    "__orig_class__ _is_protocol _is_runtime_protocol __protocol_attrs__ _abc_registry __non_callable_proto_members__ "
    "__type_params__ __qualname__ __init_subclass__ __annotate__".split()
)


def _protocol_members(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        for name in (*base.__dict__, *getattr(base, "__annotations__", {})):
            if not name.startswith("_abc_") and name not in _PROTOCOL_IGNORED:
                members.add(name)
    return members


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name != "Protocol" and len(bases) and Protocol in bases:
            for base in bases:
                if not (base in (object, Generic) or base.__module__ in ("collections.abc", "contextlib", "os") or getattr(base, "_is_protocol", False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if ABCMeta.__subclasscheck__(cls, type(instance)):
            return True
        for name in cls.__protocol_attrs__:
            value = getattr(instance, name, _absent)
            if value is _absent or value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is not Protocol and getattr(cls, "_is_protocol", False):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            data = sorted(name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None)))
            if data:
                shown = ", ".join(map(repr, data))
                raise TypeError(f"Protocols with non-method members don't support issubclass(). Non-method members: {shown}.")
        return super().__subclasscheck__(other)


_absent = object()


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    # A class that merely follows the protocol: the __init__ that stands behind it counts.
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init)
        if init is not _no_init:
            return init(self, *args, **kwargs)
    object.__init__(self)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        cls.__protocol_attrs__ = _protocol_members(cls)
        if "__subclasshook__" not in cls.__dict__:

            def hook(other):
                if not cls.__dict__.get("_is_protocol", False):
                    return NotImplemented
                for name in cls.__protocol_attrs__:
                    for base in other.__mro__:
                        if name in base.__dict__:
                            if base.__dict__[name] is None:
                                return NotImplemented
                            break
                        if name in getattr(base, "__annotations__", {}):
                            break
                    else:
                        return NotImplemented
                return True

            cls.__subclasshook__ = hook
        if cls._is_protocol and cls.__init__ in (object.__init__, _no_init):
            cls.__init__ = _no_init


def runtime_checkable(cls):
    if not (isinstance(cls, type) and issubclass(cls, Generic) and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


def _supports(name, method, result):
    def stub(self):
        pass

    stub.__name__ = method
    stub.__qualname__ = f"{name}.{method}"
    namespace = {method: abstractmethod(stub), "__module__": "typing", "__slots__": ()}
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), namespace))


for _name, _method, _result in (
    ("SupportsInt", "__int__", int), ("SupportsFloat", "__float__", float), ("SupportsComplex", "__complex__", complex),
    ("SupportsBytes", "__bytes__", bytes), ("SupportsIndex", "__index__", int), ("SupportsAbs", "__abs__", None),
    ("SupportsRound", "__round__", None),
):  # fmt: skip
    globals()[_name] = _supports(_name, _method, _result)


# ---- NamedTuple, TypedDict, NewType ----


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        types_of = ns.get("__annotations__", {})
        fields = list(types_of)
        defaults = []
        for name in fields:
            if name in ns:
                defaults.append(ns[name])
            elif defaults:
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field{plural} "
                    + ", ".join(fields[len(fields[: fields.index(name)]) - len(defaults) : fields.index(name)])
                )
        nt = _named_tuple(typename, {n: types_of[n] for n in fields}, defaults, ns.get("__module__"))
        generic = tuple(b for b in bases if b is not NamedTuple and b is not _NamedTupleBase)
        if generic:
            nt = type(typename, (nt, *generic), {"__slots__": (), "__module__": ns.get("__module__"), "__orig_bases__": ns.get("__orig_bases__", ())})
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__name__", "__annotations__", "__qualname__", "__orig_bases__", "__classcell__") and key not in fields:
                setattr(nt, key, value)
        if "__qualname__" in ns:
            nt.__qualname__ = ns["__qualname__"]
        if "__orig_bases__" in ns:
            nt.__orig_bases__ = ns["__orig_bases__"]
        return nt


def _named_tuple(name, types_of, defaults, module):
    nt = collections.namedtuple(name, list(types_of), defaults=defaults or None, module=module)
    nt.__annotations__ = types_of
    nt.__new__.__annotations__ = dict(types_of)
    return nt


def NamedTuple(typename, fields=(), /, **kwargs):
    pairs = dict(fields) if fields else kwargs
    return _named_tuple(typename, pairs, [], _caller())


_NamedTupleBase = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTupleBase,)


def _is_read_only(hint):
    while True:
        origin = getattr(hint, "__origin__", None)
        if origin is ReadOnly:
            return True
        if origin not in (Required, NotRequired) and not isinstance(hint, _AnnotatedAlias):
            return False
        hint = hint.__args__[0] if origin in (Required, NotRequired) else origin


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
            required |= getattr(base, "__required_keys__", set())
            optional |= getattr(base, "__optional_keys__", set())
        for key, hint in ns.get("__annotations__", {}).items():
            annotations[key] = _convert(hint)
            origin = getattr(hint, "__origin__", None)
            is_required = True if origin is Required else False if origin is NotRequired else total
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        namespace = {k: v for k, v in ns.items() if k != "__annotations__"}
        made = type.__new__(cls, name, (dict,), namespace)
        made.__annotations__ = annotations
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__total__ = total
        made.__orig_bases__ = ns.get("__orig_bases__", bases)
        made.__readonly_keys__ = frozenset(key for key, hint in annotations.items() if _is_read_only(hint))
        made.__mutable_keys__ = frozenset(annotations) - made.__readonly_keys__
        return made

    def __init__(cls, *args, **kwargs):
        pass

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=None, /, *, total=True):
    return _TypedDictMeta(typename, (), {"__annotations__": dict(fields or {}), "__module__": _caller()}, total=total)


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDictBase,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType(_Operators):
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _caller()

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        wanted = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `{name} = NewType({name!r}, {wanted})`")

        return (Dummy,)


class TypeAliasType(_Operators):
    def __init__(self, name, value, *, type_params=()):
        self.__name__, self._value, self._evaluate = name, value, None
        self.__type_params__ = self.__parameters__ = tuple(type_params)
        self.__module__ = _caller()

    @property
    def __value__(self):
        if self._evaluate is not None:
            self._value = self._evaluate()
            self._evaluate = None
        return self._value

    def __repr__(self):
        return self.__name__

    def __getitem__(self, params):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _GenericAlias(self, params if isinstance(params, tuple) else (params,))


def _lazy_alias(name, evaluate, type_params):
    """What a `type` statement makes: the value may name the alias itself, so it is asked for when first read."""
    alias = TypeAliasType(name, None, type_params=type_params)
    alias._evaluate = evaluate
    alias.__module__ = evaluate.__globals__.get("__name__")
    return alias


AnyStr = TypeVar("AnyStr", bytes, str)
T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")
T_co, V_co, T_contra = TypeVar("T_co", covariant=True), TypeVar("V_co", covariant=True), TypeVar("T_contra", contravariant=True)


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


# ---- functions ----


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def _mark(name):
    def decorator(f):
        try:
            setattr(f, name, True)
        except (AttributeError, TypeError):
            pass
        return f

    decorator.__name__ = decorator.__qualname__ = name.strip("_")
    return decorator


final = _mark("__final__")
override = _mark("__override__")


def no_type_check(arg):
    """Annotations of the function, or of all that a class has of its own, are no types."""
    if isinstance(arg, type):
        for name, member in list(vars(arg).items()):
            member = getattr(member, "__func__", member)
            if getattr(member, "__qualname__", None) != f"{arg.__qualname__}.{name}" or getattr(member, "__module__", None) != arg.__module__:
                continue
            if isinstance(member, type):
                no_type_check(member)
            else:
                member.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    f = getattr(func, "__func__", func)
    _overloads.setdefault((getattr(f, "__module__", None), getattr(f, "__qualname__", None)), []).append(func)
    return _overload_dummy


def get_overloads(func):
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), []))


def clear_overloads():
    _overloads.clear()


def no_type_check_decorator(decorator):
    return lambda *args, **kwds: no_type_check(decorator(*args, **kwds))


def dataclass_transform(
    *, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs
):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs,
        }  # fmt: skip
        return cls_or_fn

    return decorator


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, GenericAlias, ParamSpecArgs, _SpecialGenericAlias)):
        return tp.__origin__
    if isinstance(tp, UnionType):
        return UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        origin = tp.__origin__
        if getattr(origin, "__name__", "") == "Callable" and not (len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec))):
            return (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, UnionType) else ()


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def _evaluate(hint, globalns, localns):
    if hint is None:
        return _NoneType
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        return _evaluate(eval(hint, globalns, localns), globalns, localns)
    if getattr(hint, "__origin__", None) is Literal:
        return hint
    if isinstance(hint, UnionType):
        args = tuple(_evaluate(a, globalns, localns) for a in hint.__args__)
        return hint if args == hint.__args__ else _rebuilt(hint, args)
    if isinstance(hint, (_GenericAlias, GenericAlias)) and any(isinstance(a, (str, ForwardRef)) or hasattr(a, "__args__") for a in hint.__args__):
        args = tuple(_evaluate(a, globalns, localns) if isinstance(a, (str, ForwardRef)) or hasattr(a, "__args__") else a for a in hint.__args__)
        if args == hint.__args__:
            return hint
        return _rebuilt(hint, args)
    return hint


def _strip_annotations(hint):
    if isinstance(hint, _AnnotatedAlias):
        return _strip_annotations(hint.__origin__)
    if getattr(hint, "__origin__", None) in (Required, NotRequired, ReadOnly):
        return _strip_annotations(hint.__args__[0])
    if isinstance(hint, (_GenericAlias, GenericAlias, UnionType)) and getattr(hint, "__origin__", None) is not Literal:
        args = tuple(map(_strip_annotations, hint.__args__))
        if args != hint.__args__:
            return _rebuilt(hint, args)
    return hint


def _rebuilt(hint, args):
    if isinstance(hint, UnionType):
        result = args[0]
        for each in args[1:]:
            result |= each
        return result
    return GenericAlias(hint.__origin__, args) if isinstance(hint, GenericAlias) else hint._with(args)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if getattr(obj, "__no_type_check__", None):
        return hints
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            scope = globalns if globalns is not None else vars(module) if module else {}
            for name, hint in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _evaluate(hint, scope, localns if localns is not None else dict(vars(base)))
    else:
        inner = obj
        while hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        inner = getattr(inner, "__func__", inner)
        scope = globalns if globalns is not None else getattr(inner, "__globals__", None)
        if scope is None:
            scope = vars(obj) if hasattr(obj, "__dict__") else {}
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, hint in annotations.items():
            hints[name] = _evaluate(hint, scope, localns)
    return hints if include_extras else {name: _strip_annotations(hint) for name, hint in hints.items()}
