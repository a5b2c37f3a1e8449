# Five philosophers who take the lower fork first never starve.
import threading
import time

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5


def philosopher(n):
    left, right = sorted((n, (n + 1) % 5))
    for _ in range(3):
        with forks[left], forks[right]:
            meals[n] += 1
            time.sleep(0.001)


threads = [threading.Thread(target=philosopher, args=(n,), name=f"philosopher {n}") for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(5)
print(meals, any(thread.is_alive() for thread in threads))
