# Two threads that never wait take turns.
import sys
import threading

print(sys.getswitchinterval())
sys.setswitchinterval(0.0005)
print(sys.getswitchinterval())
try:
    sys.setswitchinterval(0)
except ValueError as error:
    print(error)
order = []


def spin(name):
    for _ in range(60):
        order.append(name)
        sum(1 for _ in range(2000))


threads = [threading.Thread(target=spin, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
# How often they took turns is for the machine to say.
print(len(order), order.count("a"))
