# SPDX-License-Identifier: MIT
"""Shallow and deep copies."""
import types
import weakref

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_ATOMIC = {
    type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property, type(...),
    type(NotImplemented), types.BuiltinFunctionType, types.FunctionType, types.CodeType, types.ModuleType, weakref.ref,
}  # fmt: skip
_DEEP_ATOMIC = (_ATOMIC - {tuple, frozenset, slice}) | {type(len)}


def copy(x):
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuild(x, _reduced(x), None)


def _reduced(x):
    reduce_ex = getattr(x, "__reduce_ex__", None)
    if reduce_ex is not None:
        return reduce_ex(4)
    raise Error(f"un(deep)copyable object of type {type(x)}")


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _DEEP_ATOMIC:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        done = memo.get(key, _nil)
        if done is not _nil:
            return done
    if cls is list:
        result = memo[key] = []
        for item in x:
            result.append(deepcopy(item, memo))
    elif cls is dict:
        result = memo[key] = {}
        for k, v in x.items():
            result[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if key in memo:
            return memo[key]
        result = x if all(a is b for a, b in zip(x, items)) else tuple(items)
    elif issubclass(cls, type):
        return x
    elif cls is types.MethodType:
        result = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        method = getattr(x, "__deepcopy__", None)
        result = method(memo) if method is not None else _rebuild(x, _reduced(x), memo)
    if result is not x:
        memo[key] = result
        memo.setdefault(id(memo), []).append(x)
    return result


def _rebuild(x, recipe, memo):
    """What __reduce_ex__ describes; with a memo every part is copied too."""
    if isinstance(recipe, str):
        return x
    make, args, state, items, pairs = (*recipe, None, None, None)[:5]
    deep = memo is not None
    if deep:
        args = [deepcopy(arg, memo) for arg in args]
    y = make(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            for name, value in (slots or {}).items():
                setattr(y, name, value)
    for item in items or ():
        y.append(deepcopy(item, memo) if deep else item)
    for k, v in pairs or ():
        if deep:
            k, v = deepcopy(k, memo), deepcopy(v, memo)
        y[k] = v
    return y


def replace(obj, /, **changes):
    method = getattr(type(obj), "__replace__", None)
    if method is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return method(obj, **changes)
