# SPDX-License-Identifier: MIT
"""Signatures, sources, frames: the parts of inspect that take some code."""
import sys
import types
from collections import namedtuple

import inspect


class _empty:
    """No default, no annotation."""


_KINDS = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
_DESCRIPTIONS = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")


class _ParameterKind(int):
    @property
    def name(self):
        return _KINDS[self]

    @property
    def description(self):
        return _DESCRIPTIONS[self]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = map(_ParameterKind, range(5))


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=None, kind=None, annotation=None, default=None):
        return type(self)(
            self._name if name is None else name,
            self._kind if kind is None else kind,
            annotation=self._annotation if annotation is None else annotation,
            default=self._default if default is None else default,
        )

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return ("**" if self._kind == 4 else "*" if self._kind == 2 else "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (
            other._name,
            other._kind,
            other._default,
            other._annotation,
        )


class BoundArguments:
    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, p in self._signature.parameters.items():
            if p.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if p.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, p in self._signature.parameters.items():
            if not started:
                if p.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if p.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        arguments = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif p.default is not _empty:
                arguments[name] = p.default
            elif p.kind == _VAR_POSITIONAL:
                arguments[name] = ()
            elif p.kind == _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{self.__class__.__name__} ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


def _check_order(parameters):
    """Raises ValueError unless a function could have these parameters."""
    names = set()
    highest, defaults = _POSITIONAL_ONLY, False
    for p in parameters:
        if p.kind < highest:
            raise ValueError(f"wrong parameter order: {highest.description} parameter before {p.kind.description} parameter")
        if p.kind > highest:
            highest, defaults = p.kind, defaults and p.kind == _POSITIONAL_OR_KEYWORD
        if p.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if p.default is not _empty:
                defaults = True
            elif defaults:
                raise ValueError("non-default argument follows default argument")
        if p.name in names:
            raise ValueError(f"duplicate parameter name: {p.name!r}")
        names.add(p.name)


class Signature:
    __slots__ = ("_return_annotation", "_parameters")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        parameters = tuple(parameters or ())
        _check_order(parameters)
        self._parameters = types.MappingProxyType({p.name: p for p in parameters})
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature(obj, follow_wrapped)

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(
            self._parameters.values() if parameters is None else parameters,
            return_annotation=self._return_annotation if return_annotation is None else return_annotation,
        )

    __replace__ = replace

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self._parameters.values()) == list(other._parameters.values()) and (
            self._return_annotation == other._return_annotation
        )

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def _bind(self, args, kwargs, partial):
        arguments = {}
        args = list(args)
        kwargs = dict(kwargs)
        var_keyword = None
        by_name = False  # whether arguments are looked up by name from here on
        for name, p in self._parameters.items():
            if p.kind == _VAR_POSITIONAL:
                by_name = True
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif p.kind == _VAR_KEYWORD:
                var_keyword = name
            elif args and p.kind != _KEYWORD_ONLY:
                if name in kwargs and p.kind != _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args.pop(0)
            elif name in kwargs and p.kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
                by_name = True
            elif p.default is not _empty:
                by_name = True
            elif not partial:
                kind = " keyword-only" if p.kind == _KEYWORD_ONLY and not by_name else ""
                raise TypeError(f"missing a required{kind} argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            if var_keyword is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[var_keyword] = kwargs
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        parts = []
        slash = star = False
        for p in self._parameters.values():
            if p.kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if p.kind == _VAR_POSITIONAL:
                star = True
            elif p.kind == _KEYWORD_ONLY and not star:
                parts.append("*")
                star = True
            parts.append(str(p))
        if slash:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
    return func


def _from_function(f):
    code = f.__code__
    names = code.co_varnames
    positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
    annotations = getattr(f, "__annotations__", None) or {}
    defaults = f.__defaults__ or ()
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for i in range(positional):
        k = i - (positional - len(defaults))
        add(
            names[i],
            _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
            defaults[k] if k >= 0 else _empty,
        )
    at = positional + keyword_only
    if code.co_flags & inspect.CO_VARARGS:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for name in names[positional : positional + keyword_only]:
        add(name, _KEYWORD_ONLY, (f.__kwdefaults__ or {}).get(name, _empty))
    if code.co_flags & inspect.CO_VARKEYWORDS:
        add(names[at], _VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _from_text(text, bound=False):
    """From "($self, a, /, b=1)": what stands for the receiver goes if it is bound, else it is positional-only."""
    inside = text.strip()[1:-1]
    if inside.startswith("$"):
        receiver, _, rest = inside[1:].partition(",")
        rest = rest.strip()
        if bound or receiver == "module":
            inside = rest.removeprefix("/").lstrip(", ")
        else:
            inside = receiver + (f", {rest}" if rest else "")
    scope = {}
    try:
        exec(f"def f({inside}): pass", scope)
    except Exception:
        return None
    return _from_function(scope["f"])


def _user_defined(cls, name):
    """The method in Python, as bound to the class or an instance; None for one that is built in."""
    for c in cls.__mro__:
        if name in c.__dict__:
            method = c.__dict__[name]
            method = getattr(method, "__func__", method)
            method = unwrap(method, stop=lambda f: hasattr(f, "__signature__"))
            return method if isinstance(method, types.FunctionType) or hasattr(method, "__signature__") else None
    return None


def _of_class(cls):
    call = _user_defined(type(cls), "__call__")
    if call is not None:
        return _drop_first(_signature(call))
    # Whichever is nearer in the order of classes.
    new, init = _user_defined(cls, "__new__"), _user_defined(cls, "__init__")
    for c in cls.__mro__:
        for name, method in (("__new__", new), ("__init__", init)):
            if method is not None and name in c.__dict__:
                return _drop_first(_signature(method))
    from _inspect_signatures import SIGNATURES

    for c in cls.__mro__[:-1]:
        text = SIGNATURES.get(f"{c.__module__}.{c.__qualname__}")
        if text:
            return _from_text(text)
    if type in cls.__mro__:
        raise ValueError(f"no signature found for builtin {cls!r}")
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def _drop_first(sig):
    parameters = list(sig.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    return sig.replace(parameters=parameters if parameters[0].kind == _VAR_POSITIONAL else parameters[1:])


def _signature(obj, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        return _drop_first(_signature(obj.__func__, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _signature(obj)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        made = given() if not isinstance(given, (Signature, str)) and callable(given) else given
        if isinstance(made, str):
            made = _from_text(made)
        if not isinstance(made, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return made
    if isinstance(obj, types.FunctionType):
        return _from_function(obj)
    if type(obj).__name__ == "partial" and hasattr(obj, "func"):
        return _of_partial(obj)
    if isinstance(obj, type):
        return _of_class(obj)
    text = getattr(obj, "__text_signature__", None)
    if text:
        made = _from_text(text, bound=hasattr(obj, "__self__"))
        if made is not None:
            return made
    if inspect.isroutine(obj):
        from _inspect_signatures import FUNCTIONS

        if obj.__qualname__ in FUNCTIONS:
            return _from_text(FUNCTIONS[obj.__qualname__], bound=hasattr(obj, "__self__"))
        raise ValueError(f"no signature found for builtin {obj!r}")
    call = getattr(type(obj), "__call__", None)
    if call is not None:
        try:
            return _drop_first(_signature(call))
        except ValueError:
            pass
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _of_partial(p):
    sig = _signature(p.func)
    bound = sig.bind_partial(*p.args, **p.keywords)
    parameters = []
    keyword_only = False
    for name, parameter in sig.parameters.items():
        if name in bound.arguments and name not in p.keywords:
            if parameter.kind == _VAR_POSITIONAL:
                parameters.append(parameter)
            continue
        if name in p.keywords and parameter.kind != _VAR_KEYWORD:
            keyword_only = True
            parameter = parameter.replace(default=p.keywords[name])
        if keyword_only and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        if keyword_only and parameter.kind == _VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    return sig.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature(obj, follow_wrapped)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    sig = _signature(func, False)
    args, kwonly, defaults, kwdefaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    for name, p in sig.parameters.items():
        if p.kind <= _POSITIONAL_OR_KEYWORD:
            args.append(name)
            if p.default is not _empty:
                defaults += (p.default,)
        elif p.kind == _VAR_POSITIONAL:
            varargs = name
        elif p.kind == _KEYWORD_ONLY:
            kwonly.append(name)
            if p.default is not _empty:
                kwdefaults[name] = p.default
        else:
            varkw = name
        if p.annotation is not _empty:
            annotations[name] = p.annotation
    if isinstance(func, types.MethodType):
        args.insert(0, func.__func__.__code__.co_varnames[0])
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    bound = _signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isinstance(object, type):
        doc = next((c.__doc__ for c in object.__mro__[1:-1] if c.__doc__ is not None), None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmro(cls):
    return cls.__mro__


def _members(object, predicate, get):
    found = []
    for name in sorted(set(dir(object))):
        try:
            value = get(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmembers(object, predicate=None):
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


_missing = object()


def getattr_static(obj, attr, default=_missing):
    klass = obj if isinstance(obj, type) else type(obj)
    if not isinstance(obj, type):
        own = getattr(obj, "__dict__", {})
        if attr in own:
            return own[attr]
    for c in klass.__mro__:
        if attr in c.__dict__:
            return c.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    annotations = obj.__dict__.get("__annotations__") if isinstance(obj, type) else getattr(obj, "__annotations__", None)
    result = dict(annotations or {})
    if eval_str:
        if globals is None:
            globals = getattr(obj, "__globals__", None) or vars(sys.modules.get(getattr(obj, "__module__", ""), types))
        result = {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in result.items()}
    return result


# ---- source ----


def getfile(object):
    if inspect.ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isinstance(object, type):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        raise TypeError(f"{object!r} is a built-in class")
    if inspect.ismethod(object):
        object = object.__func__
    if inspect.isfunction(object):
        object = object.__code__
    if inspect.istraceback(object):
        object = object.tb_frame
    if inspect.isframe(object):
        object = object.f_code
    if inspect.iscode(object):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, got " + type(object).__name__
    )


def getsourcefile(object):
    return getfile(object)


def getmodule(object, _filename=None):
    if inspect.ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def _file_lines(filename):
    import linecache

    lines = linecache.getlines(filename)
    if not lines:
        raise OSError("could not get source code")
    return lines


def getblock(lines):
    """The first statement with its body: up to the next line that is not indented more."""
    first = 0
    while first < len(lines) and lines[first].lstrip().startswith("@"):
        first += 1
    indent = len(lines[0]) - len(lines[0].lstrip())
    depth = 0
    end = 0
    for i, line in enumerate(lines):
        text = line.strip()
        if i > first and depth == 0 and text and not text.startswith("#"):
            if len(line) - len(line.lstrip()) <= indent and not text.startswith(")"):
                break
        if text and not text.startswith("#"):
            end = i + 1
        code = text.split("#")[0]
        depth = max(0, depth + sum(map(code.count, "([{")) - sum(map(code.count, ")]}")))
    return lines[:end]


def findsource(object):
    lines = _file_lines(getfile(object))
    if inspect.ismodule(object):
        return lines, 0
    if isinstance(object, type):
        name = object.__qualname__.rpartition(".")[2]
        for i, line in enumerate(lines):
            words = line.split()
            if words[:1] == ["class"] and len(words) > 1 and words[1].split("(")[0].rstrip(":") == name:
                while i > 0 and lines[i - 1].lstrip().startswith("@"):
                    i -= 1
                return lines, i
        raise OSError("could not find class definition")
    if inspect.ismethod(object):
        object = object.__func__
    if inspect.isfunction(object):
        object = object.__code__
    if inspect.istraceback(object):
        return lines, object.tb_lineno - 1
    if inspect.isframe(object):
        object = object.f_code
    if inspect.iscode(object):
        return lines, object.co_firstlineno - 1
    raise OSError("could not find code object")


def getcomments(object):
    """The comment right above an object's source, or at the top of a module's."""
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    if inspect.ismodule(object):
        start = 1 if lines and lines[0].startswith("#!") else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith("#"):
            end += 1
        return "".join(line.expandtabs() for line in lines[start:end]) or None

    def indentation(line):
        line = line.expandtabs()
        return len(line) - len(line.lstrip())

    start = at
    while start > 0 and lines[start - 1].lstrip().startswith("#") and indentation(lines[start - 1]) == indentation(lines[at]):
        start -= 1
    if start == at:
        return None
    comments = [line.expandtabs().lstrip() for line in lines[start:at]]
    while comments and comments[0].strip() == "#":
        del comments[0]
    while comments and comments[-1].strip() == "#":
        del comments[-1]
    return "".join(comments)


def getsourcelines(object):
    object = unwrap(object)
    lines, at = findsource(object)
    if inspect.ismodule(object):
        return lines, 0
    return getblock(lines[at:]), at + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


# ---- frames ----

Traceback = namedtuple("Traceback", "filename lineno function code_context index")
FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getframeinfo(frame, context=1):
    if inspect.istraceback(frame):
        line, frame = frame.tb_lineno, frame.tb_frame
    else:
        line = frame.f_lineno
    code = frame.f_code
    lines = index = None
    if context > 0:
        try:
            all_lines = _file_lines(code.co_filename)
            start = max(0, min(line - 1 - context // 2, len(all_lines) - context))
            lines, index = all_lines[start : start + context], line - 1 - start
        except OSError:
            pass
    return Traceback(code.co_filename, line, code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    exc = sys.exception()
    return getinnerframes(exc.__traceback__ if exc else None, context)


def getargvalues(frame):
    code = frame.f_code
    names = code.co_varnames
    n = code.co_argcount + code.co_kwonlyargcount
    varargs = keywords = None
    at = n
    if code.co_flags & inspect.CO_VARARGS:
        varargs = names[at]
        at += 1
    if code.co_flags & inspect.CO_VARKEYWORDS:
        keywords = names[at]
    return ArgInfo(list(names[:n]), varargs, keywords, frame.f_locals)


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    if inspect.ismethod(func):
        func = func.__func__
    code = func.__code__
    nonlocals = {n: c.cell_contents for n, c in zip(code.co_freevars, func.__closure__ or ())}
    builtins = vars(__import__("builtins"))
    found, built_in, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif name in builtins:
            built_in[name] = builtins[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, built_in, unbound)
