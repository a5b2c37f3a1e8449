# SPDX-License-Identifier: MIT
"""The parts of functools that are seldom called: imported when first asked for."""
import sys
from functools import partial, update_wrapper

__name__ = "functools"  # what its functions and classes say they are from

_OPERATIONS = ("__lt__", "__le__", "__gt__", "__ge__")


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

    operation.__name__ = name
    operation.__qualname__ = "object." + name
    operation.__doc__ = getattr(int, name).__doc__
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


def _distance(cls, target):
    """How good `target` is for `cls`: its place in the MRO; abstract bases come after the real ones that they suit."""
    mro = cls.__mro__
    if target in mro:
        return 2 * mro.index(target)
    suited = [i for i, c in enumerate(mro) if issubclass(c, target)]
    return 2 * max(suited) + 1 if suited else None


def _find_implementation(cls, registry):
    found = []
    for target in registry:
        if target is object:
            continue
        try:
            distance = _distance(cls, target) if issubclass(cls, target) else None
        except TypeError:
            distance = None
        if distance is not None:
            found.append((distance, target))
    if not found:
        return registry[object]
    best = min(distance for distance, _ in found)
    candidates = [target for distance, target in found if distance == best]
    while len(candidates) > 1:
        first, second = candidates[:2]
        if issubclass(first, second):
            candidates.remove(second)
        elif issubclass(second, first):
            candidates.remove(first)
        else:
            raise RuntimeError(f"Ambiguous dispatch: {first} or {second}")
    return registry[candidates[0]]


def singledispatch(func):
    from types import MappingProxyType, UnionType

    registry = {}
    cache = {}

    def dispatch(cls):
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
                if hasattr(cls, "__args__"):
                    raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for one in cls.__args__ if is_union(cls) else (cls,):
            registry[one] = func
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
