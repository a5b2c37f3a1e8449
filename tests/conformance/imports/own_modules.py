"""A program that writes modules and imports them: files, packages, folders without __init__, stars and submodules."""
import os
import sys
import tempfile

folder = os.path.realpath(tempfile.mkdtemp())
sys.path.insert(0, folder)
sys.dont_write_bytecode = True


def write(path, *lines):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")


def shown(text):
    return str(text).replace(folder, "FOLDER")


write("plain.py", "print('plain runs as', __name__)", "answer = 42", "def fail():", "    raise ValueError('from plain')")
import plain

print(plain.answer, shown(plain), shown(plain.__file__), repr(plain.__package__))
import plain as again

print(again is plain, sys.modules["plain"] is plain)

write("shop/__init__.py", "print('shop runs')", "from .prices import price", "__all__ = ['price', 'stock']")
write("shop/prices.py", "print('prices runs')", "def price(what):", "    return len(what)")
write("shop/stock.py", "print('stock runs in', __package__)", "from . import prices", "from .prices import price as p")
write("shop/deep/__init__.py", "from ..prices import price", "from ... import nothing")
import shop

print(shop.price("tea"), shown(shop), [shown(p) for p in shop.__path__])
from shop import *

print(stock.p is price, stock.prices.__name__)
try:
    import shop.deep
except ImportError as e:
    print(type(e).__name__, e)
print("shop.deep" in sys.modules)

write("loose/inner.py", "value = 'found'")
import loose.inner

print(loose.inner.value, shown(loose), getattr(loose, "__file__", None))

for statement in [
    "import nowhere",
    "import plain.part",
    "import shop.missing",
    "from shop import missing",
    "from plain import missing",
    "import shop.prices.more",
    "from loose import outer",
]:
    try:
        exec(statement)
    except ImportError as e:
        print(f"{statement}: {type(e).__name__}: {shown(e)}")

write("broken.py", "def f():", "    return (1,", "", "print('never')")
try:
    import broken
except SyntaxError as e:
    print(shown(e), e.lineno, e.offset, repr(e.text))
write("falls.py", "print('half')", "1 / 0")
for _ in range(2):
    try:
        import falls
    except ZeroDivisionError as e:
        print(e, "falls" in sys.modules)

write("one.py", "import two", "name = 'one'")
write("two.py", "import one", "try:", "    one.name", "except AttributeError as e:", "    print(e)", "try:", "    from one import name",
      "except ImportError as e:", "    print(e)")
real_print = print


def print(*args):
    real_print(*map(shown, args))


import builtins

builtins.print = print
import one

builtins.print = real_print
# A file of the program's comes before the library's.
write("colorsys.py", "mine = True")
import colorsys

print(colorsys.mine, shown(colorsys))
import traceback

try:
    plain.fail()
except ValueError:
    print(shown(traceback.format_exc().split("plain.fail()\n")[-1]))
