# The distributions with a fixed seed, and rough properties of each.
import random
import statistics

r = random.Random(42)
for name, arguments in (
    ("uniform", (5, 10)),
    ("triangular", (0, 10, 3)),
    ("gauss", (0, 1)),
    ("normalvariate", (100, 15)),
    ("expovariate", (0.5,)),
    ("betavariate", (2, 3)),
    ("gammavariate", (2, 3)),
    ("lognormvariate", (0, 0.25)),
    ("paretovariate", (3,)),
    ("weibullvariate", (1, 1.5)),
    ("vonmisesvariate", (0, 4)),
    ("binomialvariate", (10, 0.3)),
):
    values = [getattr(r, name)(*arguments) for _ in range(200)]
    print(f"{name:16} {values[0]:10.4f} {values[-1]:10.4f} {statistics.fmean(values):10.4f}")
print(round(r.uniform(1, 1), 3), r.uniform(5, 2) <= 5, r.expovariate() >= 0)
counts = [0] * 6
for _ in range(600):
    counts[r.randrange(6)] += 1
print(counts, sum(counts))
