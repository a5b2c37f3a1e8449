# ExceptionGroup and except*.
def show(group, indent=0):
    print("  " * indent + repr(group) if not isinstance(group, BaseExceptionGroup) else "  " * indent + f"{type(group).__name__} {group.message!r}")
    if isinstance(group, BaseExceptionGroup):
        for e in group.exceptions:
            show(e, indent + 1)


def make():
    return ExceptionGroup("top", [ValueError(1), KeyError("k"), ExceptionGroup("inner", [OSError("o"), ValueError(2)])])


g = make()
print(g, repr(g), g.message, len(g.exceptions))
show(g)
try:
    raise make()
except* ValueError as group:
    print("values:", end=" ")
    show(group)
except* KeyError as group:
    print("keys:", repr(group))
except* OSError as group:
    print("os:", repr(group))
try:
    try:
        raise make()
    except* ValueError:
        print("only the values")
except ExceptionGroup as rest:
    show(rest)
try:
    raise ValueError("not a group")
except* ValueError as group:
    print(repr(group))
try:
    pass
except* ValueError:
    print("no")
else:
    print("else")
finally:
    print("finally")
try:
    try:
        raise make()
    except* KeyError:
        raise LookupError("new")
    except* (OSError, ValueError):
        print("handled the rest")
except Exception as group:
    show(group)
show(g.subgroup(ValueError))
print(g.subgroup(TypeError))
match_, rest = g.split(lambda e: isinstance(e, OSError))
show(match_)
show(rest)
show(g.derive([ValueError(9)]))
print(type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__, type(BaseExceptionGroup("b", [ValueError()])).__name__)
for work in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x")):
    try:
        work()
    except Exception as error:
        print(type(error).__name__, "|", error)
