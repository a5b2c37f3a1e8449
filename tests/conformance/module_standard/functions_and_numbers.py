# functools, inspect, contextlib, collections, itertools, random, math: what is used less often.
import functools, inspect, itertools, contextlib, collections, random, math, time, enum, operator
@functools.singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show([]), show("a"), show(True), show.dispatch(int).__name__)
@functools.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2))
class C:
    @functools.cached_property
    def p(self): print("computing"); return 7
    @functools.lru_cache(maxsize=2)
    def m(self, x): return x * 2
    @functools.singledispatchmethod
    def go(self, a): return "any"
    @go.register
    def _(self, a: int): return "int"
    def base(self, a, b): return a, b
    part = functools.partialmethod(base, 1)
c = C(); print(c.p, c.p, c.m(1), c.m(1), C.m.cache_info(), c.go(1), c.go(""), c.part(5))
@functools.lru_cache
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(300), deep.cache_info(), deep.cache_parameters(), deep.__name__, deep.__wrapped__.__name__)
print(functools.partial(int, base=2)("101"), functools.partial(print, 1, sep="-"), functools.reduce(operator.add, [1, 2, 3], 10))
def f(a, b: int = 2, /, *args, c, d=4, **kw) -> str: "doc"
print(inspect.signature(f), inspect.signature(C), inspect.signature(c.base), inspect.getfullargspec(f), inspect.getdoc(f))
print(inspect.getsource(V.__lt__).strip(), inspect.isabstract(V), inspect.signature(functools.partial(f, 1, c=5)))
b = inspect.signature(lambda x, y=1, *z: 0).bind(1, 2, 3); print(b.args, b.kwargs, b)
@contextlib.contextmanager
def cm(name):
    print("enter", name)
    try: yield name
    except ValueError as e: print("caught", e)
    finally: print("exit", name)
with cm("a") as x, cm("b"): raise ValueError("v")
with contextlib.ExitStack() as st:
    st.enter_context(cm("s1")); st.callback(print, "cb", 1); st.push(lambda *a: print("push", a[0]) or True)
    raise KeyError("k")
@cm("deco")
def fn(): return 5
print(fn())
try:
    with contextlib.ExitStack() as st: st.enter_context(5)
except TypeError as e: print(e)
try:
    with contextlib.contextmanager(lambda: iter(()))(): pass
except (RuntimeError, AttributeError) as e: print(type(e).__name__, e)
with contextlib.suppress(KeyError, ValueError): {}["x"]
d = collections.OrderedDict.fromkeys("abc"); d.move_to_end("a"); print(d, d | {"z": 1}, list(d.items())[0])
dq = collections.deque(range(10), 5); dq.rotate(7); print(dq, dq.index(7), dq[-2]); dq.extendleft("xy"); print(dq)
print(list(itertools.batched("abcdefg", 3)), list(itertools.pairwise("abc")), list(itertools.accumulate([1, 2, 3], initial=5)), [*map(list, itertools.tee("ab", 3))], list(itertools.islice(range(20), 3, 15, 4)), list(itertools.product("ab", repeat=2))[:3], list(itertools.zip_longest("ab", "x", fillvalue="-")), list(itertools.combinations_with_replacement("ab", 2)), list(itertools.compress("abcd", [1, 0, 1, 1])))
random.seed(7); print(random.sample(range(100), 5), random.choices("abc", [1, 2, 3], k=5), random.gauss(), random.triangular(), random.betavariate(1, 2), random.getrandbits(100), random.expovariate(2), random.vonmisesvariate(0, 1), random.binomialvariate(100, .3), random.randbytes(5), random.lognormvariate(0, 1), random.sample("abc", 4, counts=[1, 2, 3]))
l = list(range(8)); random.shuffle(l); print(l, random.uniform(1, 2), random.gammavariate(2, 3), random.paretovariate(3), random.weibullvariate(1, 2), random.normalvariate())
random.seed(1.5); print(random.random()); random.seed(b"x"); print(random.random()); random.seed(2**100); s = random.getstate(); a = random.random(); random.setstate(s); print(a == random.random())
for g in (lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 3), lambda: random.seed([]), lambda: random.randrange(0), lambda: random.choices([1], [0]), lambda: random.sample({1}, 1), lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.gcd(1.5), lambda: time.sleep("x"), lambda: list(itertools.islice([1], -1)), lambda: functools.reduce(max, []), lambda: math.comb(-1, 2), lambda: itertools.batched("a", 0), lambda: random.randint(1.5, 2)):
    try: print(g())
    except Exception as e: print(type(e).__name__, "|", e)
print(math.gamma(5.5), math.lgamma(-0.5), math.hypot(1e-200, 1e-200), math.fsum([.1] * 10), math.isqrt(10**40), math.log(10**400), math.sumprod([1.5, 2], [3, 4]), math.perm(5, 2), math.dist((0, 0), (3, 4)), math.ulp(1), math.nextafter(1, 2, steps=3), math.cbrt(-8))
