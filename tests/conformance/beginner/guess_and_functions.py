# Functions, a pretend guessing game, docstrings, early returns.
import random


def clamp(x, low=0, high=100):
    """Keep x between low and high."""
    if x < low:
        return low
    if x > high:
        return high
    return x


def play(secret):
    low, high, tries = 1, 100, 0
    while True:
        guess = (low + high) // 2
        tries += 1
        if guess == secret:
            return tries
        elif guess < secret:
            low = guess + 1
        else:
            high = guess - 1


random.seed(2026)
secret = random.randint(1, 100)
print("secret", secret, "tries", play(secret))
print([play(n) for n in (1, 50, 100, 37)], max(play(n) for n in range(1, 101)))
print(clamp(-5), clamp(50), clamp(500), clamp(5, high=3), clamp.__doc__)
dice = [random.randint(1, 6) for _ in range(12)]
print(dice, {face: dice.count(face) for face in range(1, 7)})


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


print([y for y in (1900, 2000, 2023, 2024, 2100) if is_leap(y)])


def average(*numbers):
    return sum(numbers) / len(numbers) if numbers else None


print(average(1, 2, 3, 4), average(), average(*range(10)))
