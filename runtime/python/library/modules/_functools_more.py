# SPDX-License-Identifier: MIT
"""The parts of functools that are seldom called: imported when first asked for."""
import sys
from collections import namedtuple
from functools import partial, update_wrapper

__name__ = "functools"  # what its functions and classes say they are from

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])

_OPERATIONS = ("__lt__", "__le__", "__gt__", "__ge__")


_SIGNS = dict(zip(_OPERATIONS, ("<", "<=", ">", ">=")))


def _derived(root, name):
    """`name` in terms of `root`: each is root, its negation, or one of these joined with equality."""
    strict, wanted_strict = root in ("__lt__", "__gt__"), name in ("__lt__", "__gt__")
    same_side = root[2] == name[2]

    def operation(self, other):
        verdict = getattr(type(self), root)(self, other)
        if verdict is NotImplemented:
            return verdict
        if same_side:
            return verdict or self == other if strict else verdict and self != other
        if strict:
            return not verdict and self != other if wanted_strict else not verdict
        return not verdict if wanted_strict else not verdict or self == other

    how = f"({'' if same_side else 'not '}a {_SIGNS[root]} b)"
    if same_side or strict == wanted_strict:
        how += " and (a != b)" if wanted_strict else " or (a == b)"
    operation.__name__ = name
    operation.__qualname__ = f"_{name[2:4]}_from_{root[2:4]}"
    operation.__doc__ = f"Return a {_SIGNS[name]} b.  Computed by @total_ordering from {how}."
    return operation


def total_ordering(cls):
    roots = {name for name in _OPERATIONS if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = next(name for name in ("__lt__", "__le__", "__gt__", "__ge__") if name in roots)
    for name in _OPERATIONS:
        if name not in roots:
            setattr(cls, name, _derived(root, name))
    return cls


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"functools.partialmethod({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def _merge(orders):
    """C3: again and again the first class that stands behind no other one."""
    merged = []
    while orders := [order for order in orders if order]:
        behind = {cls for order in orders for cls in order[1:]}
        head = next((order[0] for order in orders if order[0] not in behind), None)
        if head is None:
            raise RuntimeError("Inconsistent hierarchy")
        merged.append(head)
        for order in orders:
            if order[0] == head:
                del order[0]
    return merged


def _c3_mro(cls, abcs=None):
    """The MRO of `cls` with those of `abcs` in it that it suits: each before the class that brought what it asks for."""
    bases = cls.__bases__
    abstract = [i for i, base in enumerate(bases, 1) if hasattr(base, "__abstractmethods__")]
    boundary = abstract[-1] if abstract else 0
    new = [abc for abc in abcs or () if issubclass(cls, abc) and not any(issubclass(base, abc) for base in bases)]
    rest = [abc for abc in abcs or () if abc not in new]
    groups = list(bases[:boundary]), new, list(bases[boundary:])
    return _merge([[cls], *(_c3_mro(base, rest) for group in groups for base in group), *map(list, groups)])


def _compose_mro(cls, types):
    """The MRO of `cls` with those of `types` that it is a virtual subclass of."""
    from types import GenericAlias

    known = set(cls.__mro__)
    suited = [
        t for t in types
        if t not in known and hasattr(t, "__mro__") and not isinstance(t, GenericAlias) and issubclass(cls, t)
    ]  # fmt: skip
    suited = [t for t in suited if not any(t != other and t in other.__mro__ for other in suited)]
    wanted, ordered = set(suited), []
    for t in suited:
        # Between them may stand classes that are not asked for, but say which comes first.
        between = [[s for s in sub.__mro__ if s in wanted] for sub in t.__subclasses__() if sub not in known and issubclass(cls, sub)]
        between.sort(key=len, reverse=True)
        for one in [s for chain in between for s in chain] or [t]:
            if one not in ordered:
                ordered.append(one)
    return _c3_mro(cls, ordered)


def _find_implementation(cls, registry):
    order = _compose_mro(cls, registry)
    best = next((t for t in order if t in registry), None)
    if best is None:
        return None
    for t in order[order.index(best) + 1:][:1]:
        if t in registry and t not in cls.__mro__ and best not in cls.__mro__ and not issubclass(best, t):
            raise RuntimeError(f"Ambiguous dispatch: {best} or {t}")
    return registry[best]


def singledispatch(func):
    from types import MappingProxyType, UnionType

    from abc import get_cache_token
    from weakref import WeakKeyDictionary

    registry = {}
    cache = WeakKeyDictionary()
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None and token != (current := get_cache_token()):
            cache.clear()  # classes have been registered with ABCs
            token = current
        try:
            return cache[cls]
        except KeyError:
            implementation = cache[cls] = registry.get(cls) or _find_implementation(cls, registry)
            return implementation

    def is_valid(cls):
        return isinstance(cls, type) or is_union(cls) and all(isinstance(c, type) for c in cls.__args__)

    def is_union(cls):
        typing = sys.modules.get("typing")
        return isinstance(cls, UnionType) or typing is not None and getattr(cls, "__origin__", None) is typing.Union

    def register(cls, func=None):
        nonlocal token
        if is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(getattr(cls, "__func__", cls), "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            func = cls
            name, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = eval(cls, getattr(getattr(func, "__func__", func), "__globals__", {}))
            if cls is None:
                cls = type(None)
            if not is_valid(cls):
                if is_union(cls):
                    raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for one in cls.__args__ if is_union(cls) else (cls,):
            registry[one] = func
            if token is None and hasattr(one, "__abstractmethods__"):
                token = get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{funcname} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        funcname = getattr(self.func, "__name__", "singledispatchmethod method")
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
