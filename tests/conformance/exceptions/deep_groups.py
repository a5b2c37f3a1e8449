"""Groups that are deep or wide are cut when shown."""


def nest(depth):
    return ValueError("innermost") if depth == 0 else ExceptionGroup(f"level {depth}", [nest(depth - 1)])


import traceback

print("".join(traceback.format_exception(nest(12))), end="")
print("".join(traceback.format_exception(ExceptionGroup("wide", [ValueError(i) for i in range(20)]))), end="")
mixed = ExceptionGroup("mixed", [ValueError(1), ExceptionGroup("inner", [KeyError("k"), OSError(2, "gone")]), TypeError("t")])
print(repr(mixed.split(ValueError)), repr(mixed.subgroup(lambda e: isinstance(e, LookupError))))
for arguments in ((), ("only text",), ("text", []), ("text", 5), ("text", [1]), (1, [ValueError()]), ("text", [ValueError], 3)):
    try:
        ExceptionGroup(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    ExceptionGroup("base inside", [KeyboardInterrupt()])
except TypeError as error:
    print(error)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
raise mixed
