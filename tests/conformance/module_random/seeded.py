# random with a seed: CPython's numbers.
import random

random.seed(42)
print([random.random() for _ in range(3)])
print([random.randint(1, 6) for _ in range(10)], [random.randrange(0, 100, 5) for _ in range(5)], random.randrange(10))
print(random.choice("abcdef"), random.choices("abc", k=6), random.choices([1, 2, 3], weights=[5, 1, 1], k=6), random.choices("xy", cum_weights=[1, 4], k=4))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample("abcdef", 3), random.sample(["a", "b"], counts=[3, 2], k=4))
print(random.uniform(1, 10), random.triangular(0, 1, 0.5), random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(1.5))
print(random.betavariate(2, 3), random.gammavariate(2, 1), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4))
print(random.getrandbits(8), random.getrandbits(100), random.randbytes(4), random.getrandbits(0))
for seed in (0, 1, -5, 2**100, "text", b"bytes", 1.5, "안녕"):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(0, 1000))
random.seed(1)
state = random.getstate()
a = [random.random() for _ in range(2)]
random.setstate(state)
print(a == [random.random() for _ in range(2)], len(state))
r1, r2 = random.Random(7), random.Random(7)
print(r1.random() == r2.random(), r1.randint(1, 100), r2.randint(1, 100), r1.choice(range(1000)))
print(random.Random(3).shuffle([1]), random.binomialvariate(10, 0.5))
big = random.Random(9)
print(big.randrange(10**30), big.randint(-(10**20), 10**20), big.sample(range(10**12), 2))
for work in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.randint(5, 1), lambda: random.sample({1}, 1), lambda: random.choices([], k=1), lambda: random.randrange(1.5), lambda: random.seed([1])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
