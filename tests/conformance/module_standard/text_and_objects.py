# json, io, os.path, traceback, copy, string, warnings, weakref, operator, bisect, abc, collections.abc, types.
import json, io, os, os.path, traceback, sys, copy, string, warnings, keyword
print(json.dumps({"a": [1, 2.5, None, True], "b": "é\n\"", 3: {}}), json.dumps([1, {"x": []}], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))
print(json.loads('{"a": [1, -2.5e3, null, true, "\\u00e9\\ud83d\\ude00"]}'), json.dumps("é", ensure_ascii=False))
for bad in ('{"a" 1}', '[1,]', '', '{"a":1} x', '["abc', '{a:1}', 'nul', '[1 2]', '"\t"'):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(e, e.pos)
try: json.dumps(object)
except TypeError as e: print(e)
try: json.dumps({(1,2): 3})
except TypeError as e: print(e)
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o): return list(o) if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {1}}, cls=E), json.dumps(3+4j, default=str))
s = io.StringIO(); print("hello", 3, file=s); s.write("x\ny"); print(repr(s.getvalue())); s.seek(0); print(s.readline(), list(s))
b = io.BytesIO(b"abc"); b.seek(0, 2); b.write(b"d"); print(b.getvalue(), b.read(), b.tell())
print(os.path.join("a", "b", "/c", "d"), os.path.splitext("x/y.tar.gz"), os.path.normpath("a/../b//c/."), os.path.basename("/a/b"), os.path.relpath("/a/b", "/a/c"))
def f(): 1/0
try: f()
except ZeroDivisionError as e:
    print(traceback.format_exc()); print(traceback.format_exception_only(e)); traceback.print_exc(file=sys.stdout); print(traceback.extract_tb(e.__traceback__)[-1].name)
    print("".join(traceback.format_tb(e.__traceback__)))
try:
    try: f()
    except Exception as e: raise ValueError("bad") from e
except ValueError as e:
    print("".join(traceback.format_exception(e))); print("".join(traceback.format_exception(e, chain=False)))
class N:
    def __init__(self): self.x = [1, [2]]
n = N(); m = copy.deepcopy(n); k = copy.copy(n); print(m.x == n.x, m.x is n.x, k.x is n.x, type(m))
d = {"a": [1]}; d["self"] = d; e = copy.deepcopy(d); print(e["self"] is e, e["a"] is d["a"])
print(string.Template("$a and ${b} $$").substitute(a=1, b=2), string.capwords("hello world"), string.punctuation)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("careful", DeprecationWarning); print(len(w), w[0].category.__name__, w[0].message)
warnings.warn("shown")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom")
    except UserWarning as e: print("raised", e)
import weakref, gc, atexit, operator, types, abc, bisect
atexit.register(print, "bye"); 
class O: pass
o = O(); r = weakref.ref(o); d = weakref.WeakValueDictionary(); d["k"] = o; fin = weakref.finalize(o, print, "finalized"); print(r() is o, len(d)); del o; print(r(), len(d), fin.alive)
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(3), operator.methodcaller("upper")("x"), operator.itemgetter(1), operator.add(1, 2))
print(bisect.bisect([1, 2, 3], 2), types.SimpleNamespace(a=1))
class AA(abc.ABC):
    @abc.abstractmethod
    def go(self): ...
    @property
    @abc.abstractmethod
    def p(self): ...
try: AA()
except TypeError as e: print(e)
from collections.abc import *
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance(5, Hashable), isinstance((x for x in []), Generator), issubclass(list, MutableSequence), isinstance("a", Sized), isinstance(print, Callable), isinstance([], Hashable))
@types.coroutine
def step(): x = yield 1; return x
async def co(): return await step()
c = co(); print(c.send(None))
try: c.send(9)
except StopIteration as e: print(e.value)
