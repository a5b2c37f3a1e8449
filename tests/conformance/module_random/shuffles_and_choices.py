# Seeded choices: shuffle, sample, choices, and what is refused.
import random

random.seed(2024)
deck = list(range(10))
random.shuffle(deck)
print(deck, sorted(deck) == list(range(10)))
print(random.choice("abcdef"), random.choices("ab", weights=[9, 1], k=12), random.sample(range(1000), 5), random.sample("abc", 2, counts=[3, 1, 1]))
print(random.choices([1, 2, 3], cum_weights=[1, 1, 2], k=6), random.randrange(0, 100, 10), random.randint(1, 6), random.getrandbits(16), random.randbytes(4))
state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)], all(0 <= x < 1 for x in first))
a, b = random.Random(5), random.Random(5)
print([a.randint(0, 9) for _ in range(8)] == [b.randint(0, 9) for _ in range(8)], a.random() == b.random(), random.Random("text").random(), random.Random(b"x").random(), random.Random(1.5).random())
for work in (
    lambda: random.choice([]),
    lambda: random.sample([1, 2], 3),
    lambda: random.sample({1, 2}, 1),
    lambda: random.choices([1], weights=[0]),
    lambda: random.choices([1, 2], [1]),
    lambda: random.randrange(5, 5),
    lambda: random.randrange(1, 9, 0),
    lambda: random.randint(2, 1),
    lambda: random.randrange(1.5),
    lambda: random.seed([1]),
    lambda: random.shuffle((1, 2)),
):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
