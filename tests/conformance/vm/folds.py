# sum(), any(), list() and their like over generators and iterators in Python: order of events, early ends, errors, depth, waits.
import asyncio
import itertools
import threading
import time
import traceback


def noisy(*items):
    try:
        for item in items:
            print(f'<{item}', end='>')
            yield item
    finally:
        print('|', end=' ')


class Iterator:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        print('iter', end=' ')
        return self

    def __next__(self):
        if not self.items:
            raise StopIteration
        item = self.items.pop(0)
        print(f'<{item}', end='>')
        return item

    def __del__(self):
        print('gone', end=' ')


for make in noisy, Iterator:
    print(make.__name__)
    for function in (sum, any, all, list, tuple, sorted, max, min, lambda x: sorted(set(x))):
        print(function(make(3, 1, 0, 2)))
    print(sum(make(0.1, 0.2, 3, 0.3), 1), sum(make([1], [2]), []), ','.join(make('a', 'b')))
    print(max(make('aa', 'b'), key=len), min(make(), default='nothing'), sorted(make(1, 3, 2), key=lambda x: -x), sorted(make(1, 2), reverse=True))
    for attempt in (lambda: sum(make(1, 'x', 2)), lambda: max(make()), lambda: max(make(1, 'x')), lambda: sorted(make(1, 'x')),
                    lambda: ','.join(make('x', 1, 'y')), lambda: set(make([], 1)), lambda: sum(make('x'), '')):
        try:
            attempt()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


def broken():
    yield 1
    raise LookupError('inside')


for function in sum, any, all, list, tuple, sorted, max, set, ''.join:
    try:
        print(function(x - 1 if function is any else x for x in broken()))
    except LookupError:
        traceback.print_exc()
    except TypeError as error:
        print(error)


def stops():
    yield 1
    raise StopIteration


try:
    list(stops())
except RuntimeError as error:
    print(repr(error), repr(error.__cause__))


class Tree:
    def __init__(self, *children):
        self.children = children

    def size(self):
        return 1 + sum(child.size() for child in self.children)

    def depth(self):
        return 1 + max((child.depth() for child in self.children), default=0)

    def has_leaf(self):
        return not self.children or any(child.has_leaf() for child in self.children)

    def all_small(self):
        return len(self.children) < 3 and all(child.all_small() for child in self.children)

    def __iter__(self):
        yield self
        for child in self.children:
            yield from child

    def text(self):
        return '(' + ''.join(child.text() for child in self.children) + ')'

    def flat(self):
        return [self, *list(x for child in self.children for x in child.flat())]


tree = Tree()
for _ in range(300):
    tree = Tree(tree)
print(tree.size(), tree.depth(), tree.has_leaf(), tree.all_small(), len(list(tree)), len(tree.text()), len(tree.flat()))


def forever():
    return sum(forever() for _ in range(2))


try:
    forever()
except RecursionError as error:
    print(error)

# Inside them a program may wait: other threads go on meanwhile.
order = []


def slow(name, delay):
    for n in range(3):
        time.sleep(delay)
        order.append(f'{name}{n}')
        yield n


thread = threading.Thread(target=lambda: order.append(sum(slow('a', 0.1))))
thread.start()
order.append(list(slow('b', 0.13)))
thread.join()
print(order)


async def main():
    loop = asyncio.get_running_loop()
    first = loop.run_in_executor(None, lambda: max(slow('c', 0.1)))
    second = loop.run_in_executor(None, lambda: sorted(slow('d', 0.13)))
    print(await first, await second)


order.clear()
asyncio.run(main())
print(order)
print(any(n > 100_000 for n in itertools.count()), next(n for n in itertools.count() if n * n > 50))
g = (n for n in range(6))
print(any(n == 2 for n in g), list(g), list(g), sum(g))


def reenters():
    yield sum(me)


me = reenters()
try:
    next(me)
except ValueError as error:
    print(error)
