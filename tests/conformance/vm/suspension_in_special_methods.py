# Special methods that sleep: other threads go on meanwhile, and the order is that of the sleeps.
import threading
import time

order = []
lock = threading.Lock()


def nap(what, seconds):
    order.append(f'{what} begins')
    time.sleep(seconds)
    order.append(f'{what} ends')


class Sleepy:
    def __init__(self):
        nap('init', 0.1)

    @property
    def prop(self):
        nap('property', 0.1)
        return 1

    @prop.setter
    def prop(self, value):
        nap('setter', 0.1)

    def __getattr__(self, name):
        nap('getattr', 0.1)
        return name

    def __add__(self, other):
        nap('add', 0.1)
        return other

    def __eq__(self, other):
        nap('eq', 0.1)
        return False

    def __bool__(self):
        nap('bool', 0.1)
        return True

    def __len__(self):
        nap('len', 0.1)
        return 2

    def __getitem__(self, key):
        nap('getitem', 0.1)
        return key

    def __setitem__(self, key, value):
        nap('setitem', 0.1)

    def __contains__(self, item):
        nap('contains', 0.1)
        return True

    def __iter__(self):
        nap('iter', 0.1)
        return self

    def __next__(self):
        nap('next', 0.1)
        raise StopIteration

    def __call__(self):
        nap('call', 0.1)

    def __enter__(self):
        nap('enter', 0.1)

    def __exit__(self, *exc):
        nap('exit', 0.1)

    def __repr__(self):
        nap('repr', 0.1)
        return 'Sleepy'

    def __new__(cls):
        nap('new', 0.1)
        return super().__new__(cls)


def uses():
    s = Sleepy()
    s.prop = s.prop
    s.other
    s + 1
    s == 1
    s != 1
    not s
    len(s)
    s[0] = s[1]
    3 in s
    list(s)
    for _ in s:
        pass
    s()
    with s:
        repr(s)
        f'{s}'
        f'{s!r}'
        str(s)
    if s and s:
        bool(s)


def ticks():
    for n in range(30):
        time.sleep(0.07 if n % 2 else 0.13)
        order.append(f'tick {n}')


threads = [threading.Thread(target=f) for f in (uses, ticks)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('\n'.join(order))
