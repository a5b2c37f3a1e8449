# SPDX-License-Identifier: MIT
"""What an object is, and in which state. Signatures and sources are in _inspect_more, loaded when asked for."""
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"

_MORE = frozenset(
    "Signature Parameter BoundArguments signature getfullargspec FullArgSpec getcallargs getsource getsourcelines "
    "getsourcefile getfile getmodule getdoc cleandoc getmembers getmembers_static getattr_static isabstract unwrap stack "
    "trace FrameInfo Traceback getframeinfo getouterframes getinnerframes getmro getclosurevars ClosureVars get_annotations "
    "getargvalues ArgInfo formatannotation findsource getcomments getblock _empty".split()
)
# What only tools such as pydoc ask for comes from CPython's own module.
_RARE = frozenset(
    "Arguments Attribute BlockFinder BufferFlags ClassFoundException EndOfBlock TPFLAGS_IS_ABSTRACT _findclass _finddoc _main "
    "classify_class_attrs formatannotationrelativeto formatargvalues getabsfile getargs getclasstree getlineno getmodulename "
    "indentsize modulesbyfile walktree __all__".split()
)


def __getattr__(name):
    if name in _MORE:
        import _inspect_more

        value = globals()[name] = getattr(_inspect_more, name)
        return value
    if name in _RARE:
        import _cpython_inspect

        value = globals()[name] = getattr(_cpython_inspect, name)
        return value
    raise AttributeError(f"module 'inspect' has no attribute {name!r}")


def __dir__():
    return [*globals(), *_MORE, *_RARE]


def _code_flags(f):
    """Flags of the code behind a function, method or partial, 0 if there is none."""
    while True:
        if isinstance(f, types.MethodType):
            f = f.__func__
        elif type(f).__name__ == "partial" and hasattr(f, "func"):
            f = f.func
        elif isinstance(f, types.FunctionType):
            return f.__code__.co_flags
        else:
            return 0


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__get__") and not hasattr(tp, "__set__") and not hasattr(tp, "__delete__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__set__") or hasattr(tp, "__delete__")


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgeneratorfunction(obj):
    return bool(_code_flags(obj) & CO_GENERATOR)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    if _code_flags(obj) & CO_COROUTINE or getattr(obj, "_is_coroutine_function", False):
        return True
    return getattr(getattr(obj, "__func__", obj), "_is_coroutine_marker", None) is _is_coroutine_mark


def isasyncgenfunction(obj):
    return bool(_code_flags(obj) & CO_ASYNC_GENERATOR)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return getattr(type(object), "__await__", None) is not None


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def _state(running, suspended, frame, names):
    created, is_running, is_suspended, closed = names
    if running:
        return is_running
    if suspended:
        return is_suspended
    return closed if frame is None else created


def getgeneratorstate(generator):
    g = generator
    return _state(g.gi_running, g.gi_suspended, g.gi_frame, (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    c = coroutine
    return _state(c.cr_running, c.cr_suspended, c.cr_frame, (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    a = agen
    return _state(a.ag_running, a.ag_suspended, a.ag_frame, (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


def getcoroutinelocals(coroutine):
    return coroutine.cr_frame.f_locals if coroutine.cr_frame is not None else {}


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return agen.ag_frame.f_locals if agen.ag_frame is not None else {}


def currentframe():
    try:
        return sys._getframe(1)
    except ValueError:
        return None
