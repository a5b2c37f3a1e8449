"""Subclasses of Random bring their own generator: what rests on random(), on getrandbits() or on _randbelow()."""
import random
import warnings


class Doubles(random.Random):
    """A generator that only gives doubles."""

    def __init__(self, seed):
        super().__init__()
        self.state = seed

    def random(self):
        self.state = (self.state * 16807) % 2147483647
        return self.state / 2147483647


class Bits(random.Random):
    asked = 0

    def getrandbits(self, k):
        self.asked += 1
        return super().getrandbits(k)


class Fixed(random.Random):
    def _randbelow(self, n):
        return n - 1


class Both(Bits):
    def random(self):
        return 0.25


d = Doubles(7)
print([d.randrange(10) for _ in range(8)], d.randint(1, 6), d.choice("abcdef"))
deck = list(range(10))
d.shuffle(deck)
print(deck, d.sample(range(100), 4), d.choices("xyz", [1, 2, 3], k=5))
print(round(d.uniform(1, 2), 6), round(d.gauss(), 6), round(d.expovariate(2), 6), d.getrandbits(1) in (0, 1))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    d.randrange(2**60)
for w in caught:
    print(w.category.__name__, w.message)

b = Bits(3)
plain = random.Random(3)
print([b.randrange(50) for _ in range(5)] == [plain.randrange(50) for _ in range(5)], b.asked > 4)
print(b.randbytes(5) == random.Random(3).randbytes(5) or "asks for its bits", b.asked > 5)
print(Fixed().randrange(9), Fixed().choice([1, 2, 3]), Fixed().sample(range(5), 3))
both = Both(1)
print(both.random(), both.uniform(0, 8), both.asked, both.randrange(7) < 7, both.asked > 0)

for seed in ["text", b"bytes", "", "né", 12, 2.5, None.__class__.__name__]:
    old, new = random.Random(), random.Random()
    old.seed(seed, version=1)
    new.seed(seed)
    print(repr(seed), old.random(), new.random())
print(random.BPF, random.TWOPI, random.LOG4, random.NV_MAGICCONST, random.SG_MAGICCONST, random.RECIP_BPF)
print(len(random.__all__), random.__all__[:4])
for call in (random.SystemRandom().getstate, lambda: random.SystemRandom().setstate(1), lambda: random.choices([], [], k=1),
             lambda: random.choices([], k=1), lambda: random.setstate((1, (), None))):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
