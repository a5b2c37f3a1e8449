"""What locks take when they are made, and the size of stacks that threads are promised."""
import threading
import warnings


class Named(type(threading.RLock())):
    def __init__(self, name, *, depth=0):
        self.name = name
        for _ in range(depth):
            self.acquire()


lock = Named("named", depth=2)
print(lock.name, repr(lock).split(" owner=")[0].strip("<"))
lock.release()
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    threading.RLock(1, 2, three=3)
print([warning.category.__name__ for warning in caught])

for make in (lambda: threading.Lock(1), lambda: threading.Lock(blocking=True)):
    try:
        make()
    except TypeError as error:
        print(error)

print(threading.stack_size(), threading.stack_size(262144), threading.stack_size(), threading.stack_size(0), threading.stack_size())
for size in (4096, -1):
    try:
        threading.stack_size(size)
    except ValueError as error:
        print(error)
