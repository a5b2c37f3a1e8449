"""`__builtins__` of the program is the module builtins: what tutorials print to show which names there are."""
import builtins

print(__builtins__ is builtins, type(__builtins__).__name__, repr(__builtins__))
names = dir(__builtins__)
print([name for name in ("print", "len", "ExceptionGroup", "sum", "keys") if name in names])
print(len([name for name in names if name.endswith("Error")]) > 40)
print(__builtins__.len("abc"), getattr(__builtins__, "max")(1, 2))

# A builtin that is replaced is seen everywhere, until it is put back.
old = builtins.len
builtins.len = lambda thing: 42
print(len([]), __builtins__.len([1]))
builtins.len = old
print(len([]))

builtins.shout = lambda text: print(text.upper())
shout("everybody sees this")
del builtins.shout
try:
    shout("gone")
except NameError as error:
    print(error)

# Code that is run by exec() gets the module's dict.
scope = {}
exec("kind = type(__builtins__).__name__", scope)
print(scope["kind"], scope["__builtins__"] is vars(builtins))
scope = {"__builtins__": {"print": print}}
try:
    exec("print('only print'); len('x')", scope)
except NameError as error:
    print(error)
print(dir())
