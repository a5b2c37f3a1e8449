# SPDX-License-Identifier: MIT
"""Classes made of annotated fields."""
import sys
from types import GenericAlias, MappingProxyType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]  # fmt: skip


class FrozenInstanceError(AttributeError):
    pass


class _Factory:
    def __repr__(self):
        return "<factory>"


_FACTORY = _Factory()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_FIELDS, _PARAMS, _POST_INIT = "__dataclass_fields__", "__dataclass_params__", "__post_init__"


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _CLASSVAR, _INITVAR = _Kind("_FIELD"), _Kind("_FIELD_CLASSVAR"), _Kind("_FIELD_INITVAR")


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type",
    )  # fmt: skip

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare, self.kw_only = init, repr, hash, compare, kw_only
        self.metadata = MappingProxyType({} if metadata is None else metadata)

    def __repr__(self):
        shown = (f"{name.lstrip('_') if name != '_field_type' else name}={getattr(self, name)!r}" for name in (
            "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "_field_type",
        ))  # fmt: skip
        return f"Field({','.join(shown)})"

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), "__set_name__", None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _Params:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _leading_name(text):
    """(prefix or "", name) of text that begins "name" or "prefix.name", else ("", "")."""
    words = []
    for _ in range(2):
        text = text.lstrip()
        end = 0
        while end < len(text) and (text[end].isalnum() or text[end] == "_"):
            end += 1
        words.append(text[:end])
        text = text[end:].lstrip()
        if not text.startswith("."):
            break
        text = text[1:]
    if len(words) == 2 and words[1]:
        return words[0], words[1]
    return "", words[0]


def _text_means(text, cls, module, name):
    """Does text, looked up in the module of `cls`, name module.name? Only what it begins with is looked at, as in CPython."""
    prefix, word = _leading_name(text)
    scope = vars(sys.modules[cls.__module__]) if cls.__module__ in sys.modules else {}
    loaded = sys.modules.get(module)
    if loaded is None:
        return False
    if not prefix:
        return word in scope and scope[word] is getattr(loaded, name, None)
    return scope.get(prefix) is loaded and word == name or getattr(scope.get(prefix), word, None) is getattr(loaded, name, loaded)


def _is_typing(annotation, module, name):
    """Does the annotation mean module.name or module.name[...]?"""
    loaded = sys.modules.get(module)
    if loaded is None:
        return False
    wanted = getattr(loaded, name, None)
    return annotation is wanted or getattr(annotation, "__origin__", None) is wanted and wanted is not None


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        f = field(default=default)
    f.name, f.type = name, annotation
    f._field_type = _FIELD
    if isinstance(annotation, str):
        if _text_means(annotation, cls, "typing", "ClassVar"):
            f._field_type = _CLASSVAR
        elif _text_means(annotation, cls, "dataclasses", "InitVar"):
            f._field_type = _INITVAR
    elif _is_typing(annotation, "typing", "ClassVar"):
        f._field_type = _CLASSVAR
    elif annotation is InitVar or type(annotation) is InitVar:
        f._field_type = _INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if f._field_type is _CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
    return f


def _make_function(cls, name, parameters, body, scope, returns=None):
    """A method compiled from source; `scope` holds what it refers to."""
    outer = ", ".join(scope)
    source = f"def _outer({outer}):\n def {name}({parameters}):\n" + "\n".join("  " + line for line in body or ["pass"])
    source += f"\n return {name}\n"
    module = sys.modules.get(cls.__module__)
    namespace = {}
    exec(source, vars(module) if module else {}, namespace)
    function = namespace["_outer"](**scope)
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    return function


def _init_parameter(f):
    if f.default is MISSING and f.default_factory is MISSING:
        default = ""
    elif f.default is not MISSING:
        default = f"=__dataclass_dflt_{f.name}__"
    else:
        default = "=__dataclass_factory__"
    return f.name + default


def _make_init(cls, all_fields, frozen, slots):
    positional = [f for f in all_fields if f.init and not f.kw_only]
    keyword = [f for f in all_fields if f.init and f.kw_only]
    seen_default = None
    for f in positional:
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = f
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {seen_default.name!r}")
    scope = {"__dataclass_factory__": _FACTORY, "__dataclass_setattr__": object.__setattr__}
    self_name = "__dataclass_self__" if any(f.name == "self" for f in all_fields) else "self"
    body = []
    for f in all_fields:
        if f.default is not MISSING:
            scope[f"__dataclass_dflt_{f.name}__"] = f.default
        value = None
        if f.default_factory is not MISSING:
            scope[f"__dataclass_make_{f.name}__"] = f.default_factory
            made = f"__dataclass_make_{f.name}__()"
            value = f"{made} if {f.name} is __dataclass_factory__ else {f.name}" if f.init else made
        elif f.init:
            value = f.name
        elif slots and f.default is not MISSING:
            value = f"__dataclass_dflt_{f.name}__"
        if value is None or f._field_type is _INITVAR:
            continue
        if frozen:
            body.append(f"__dataclass_setattr__({self_name}, {f.name!r}, {value})")
        else:
            body.append(f"{self_name}.{f.name} = {value}")
    if hasattr(cls, _POST_INIT):
        given = ", ".join(f.name for f in all_fields if f._field_type is _INITVAR)
        body.append(f"{self_name}.{_POST_INIT}({given})")
    parameters = [self_name] + [_init_parameter(f) for f in positional]
    if keyword:
        parameters.append("*")
        parameters += [_init_parameter(f) for f in keyword]
    init = _make_function(cls, "__init__", ", ".join(parameters), body, scope)
    init.__annotations__ = {f.name: f.type for f in all_fields if f.init} | {"return": None}
    return init


def _make_repr(cls, names):
    running = set()
    shape = "(" + ", ".join(name + "={!r}" for name in names) + ")"

    def fields_repr(self):
        return self.__class__.__qualname__ + shape.format(*[getattr(self, name) for name in names])

    def __repr__(self):
        key = id(self)
        if key in running:
            return "..."
        running.add(key)
        try:
            return fields_repr(self)
        finally:
            running.discard(key)

    # pprint tells by these names that the text is ours, not the program's.
    fields_repr.__qualname__ = f"__create_fn__.<locals>.{cls.__qualname__}.__repr__"
    __repr__.__wrapped__ = fields_repr
    __repr__.__qualname__ = f"{cls.__qualname__}.__repr__"

    def inner(self):
        return __repr__(self)

    # By this pprint knows a repr that a dataclass was given, and shows field by field.
    inner.__name__, inner.__qualname__ = "__repr__", f"__create_fn__.<locals>.{cls.__qualname__}.__repr__"
    __repr__.__wrapped__ = inner
    __repr__.__module__ = cls.__module__
    return __repr__


def _tuple_text(who, names):
    return "(" + "".join(f"{who}.{name}," for name in names) + ")"


def _make_comparison(cls, name, operator, names):
    mine, theirs = _tuple_text("self", names), _tuple_text("other", names)
    body = []
    if name == "__eq__":
        body += ["if self is other: return True"]
        verdict = " and ".join(f"self.{n}==other.{n}" for n in names) or "True"
    else:
        verdict = f"{mine}{operator}{theirs}"
    body += ["if other.__class__ is self.__class__:", f" return {verdict}", "return NotImplemented"]
    return _make_function(cls, name, "self, other", body, {})


def _frozen_methods(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for method in (__setattr__, __delattr__):
        method.__qualname__ = f"{cls.__qualname__}.{method.__name__}"
        method.__module__ = cls.__module__
    return __setattr__, __delattr__


class _Doc:
    """The docstring of a class without one: its name and signature, written when somebody asks, since inspect is large."""

    def __get__(self, instance, cls):
        import inspect

        try:
            text = cls.__name__ + str(inspect.signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError):
            text = cls.__name__
        cls.__doc__ = text
        return text


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _process(cls, params):
    fields = {}
    any_frozen = has_bases = False
    all_frozen = True
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, _FIELDS, None) if _FIELDS in b.__dict__ else None
        if base_fields is not None:
            has_bases = True
            fields.update(base_fields)
            any_frozen = any_frozen or getattr(b, _PARAMS).frozen
            all_frozen = all_frozen and getattr(b, _PARAMS).frozen
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    kw_only = params.kw_only
    seen_kw_only = False
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or isinstance(annotation, str) and _text_means(annotation, cls, "dataclasses", "KW_ONLY"):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen and not params.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all_frozen and params.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, params)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")

    in_init = [f for f in fields.values() if f._field_type in (_FIELD, _INITVAR)]
    real = [f for f in fields.values() if f._field_type is _FIELD]
    if params.init:
        _set_new(cls, "__init__", _make_init(cls, in_init, params.frozen, params.slots))
    _set_new(cls, "__replace__", _replace)
    if params.repr:
        _set_new(cls, "__repr__", _make_repr(cls, [f.name for f in real if f.repr]))
    compared = [f.name for f in real if f.compare]
    if params.eq:
        _set_new(cls, "__eq__", _make_comparison(cls, "__eq__", "==", compared))
    if params.order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new(cls, name, _make_comparison(cls, name, operator, compared)):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering"
                )
    if params.frozen:
        for method in _frozen_methods(cls, {f.name for f in real}):
            if _set_new(cls, method.__name__, method):
                raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}")
    if params.unsafe_hash and explicit_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if params.unsafe_hash or params.eq and params.frozen and not explicit_hash:
        hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = _make_function(cls, "__hash__", "self", [f"return hash({_tuple_text('self', hashed)})"], {})
    elif params.eq and not explicit_hash:
        cls.__hash__ = None
    if not getattr(cls, "__doc__"):
        cls.__doc__ = _Doc()
    if params.match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in in_init if f.init and not f.kw_only))
    import abc

    abc.update_abstractmethods(cls)
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    return _with_slots(cls, [f.name for f in real], params) if params.slots else cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        names = []
        if getattr(cls, "__weakrefoffset__", -1) != 0:
            names.append("__weakref__")
        if getattr(cls, "__dictoffset__", -1) != 0:
            names.append("__dict__")
        return names
    if isinstance(slots, str):
        return [slots]
    if not hasattr(slots, "__next__"):
        return list(slots)
    raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _with_slots(cls, names, params):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = {name for c in cls.__mro__[1:-1] for name in _slots_of(c)}
    namespace = dict(cls.__dict__)
    slots = [name for name in names if name not in inherited]
    if params.weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    if params.frozen:
        # Setting attributes is forbidden, so the usual way of unpickling is closed.
        namespace.setdefault("__getstate__", _dataclass_getstate)
        namespace.setdefault("__setstate__", _dataclass_setstate)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    if params.frozen:
        for method in _frozen_methods(new, set(names)):
            setattr(new, method.__name__, method)
    return new


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):  # fmt: skip
    def wrap(cls):
        params = _Params(
            init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
            kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
        )  # fmt: skip
        return _process(cls, params)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


def _converted(obj, whole):
    """`obj` with every dataclass inside it turned into what `whole` makes of it."""
    if _is_instance(obj):
        return whole([(f.name, _converted(getattr(obj, f.name), whole)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_converted(v, whole) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_converted(v, whole) for v in obj)
    if isinstance(obj, dict):
        pairs = [(_converted(k, whole), _converted(v, whole)) for k, v in obj.items()]
        if hasattr(type(obj), "default_factory"):
            result = type(obj)(obj.default_factory)
            result.update(pairs)
            return result
        return type(obj)(pairs)
    if obj is None or isinstance(obj, (int, str, float, bytes, bool)):
        return obj
    import copy

    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda pairs: tuple_factory([v for _, v in pairs]))


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
    frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None,
):  # fmt: skip
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        from keyword import iskeyword

        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
    namespace["__annotations__"] = annotations
    from types import new_class

    cls = new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))
    cls.__module__ = module or sys._getframe(1).f_globals.get("__name__", "__main__")
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )  # fmt: skip


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
        elif f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
