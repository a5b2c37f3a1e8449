# Programs that live from a seed.
import random
from collections import Counter

random.seed(2024)
print([random.choice(["rock", "paper", "scissors"]) for _ in range(6)])
rolls = Counter(random.randint(1, 6) + random.randint(1, 6) for _ in range(600))
for total in sorted(rolls):
    print(f"{total:>2} {'*' * (rolls[total] // 4)}")
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(2000))
print("pi is about", 4 * inside / 2000)
deck = [r + s for s in "♠♥♦♣" for r in "A23456789TJQK"]
random.shuffle(deck)
hands = [sorted(deck[i::10][:5]) for i in range(2)]
print(hands)
position, trace = 0, []
for _ in range(20):
    position += random.choice((-1, 1))
    trace.append(position)
print(trace)
password = "".join(random.choices("abcdefghjkmnpqrstuvwxyz23456789", k=12))
print(password, random.sample(range(1, 46), 6), round(random.gauss(170, 10), 3), [round(random.uniform(0, 1), 3) for _ in range(3)])
weights = {"common": 70, "rare": 25, "epic": 5}
draws = Counter(random.choices(list(weights), weights.values(), k=100))
print(dict(draws))
rng = random.Random("한국어 씨앗")
print([rng.randrange(100) for _ in range(8)], rng.random())
