# What makes a list or tuple of something asks it first how many items it expects to give.
import operator


class Sized:
    def __len__(self):
        print('  len')
        return 3

    def __iter__(self):
        print('  iter')
        return iter('abc')


class Hinted:
    left = 2

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return str(self.left)

    def __length_hint__(self):
        print('  hint')
        return self.left


makers = {
    'list': list,
    'tuple': tuple,
    'set': set,
    'sorted': sorted,
    'join': ','.join,
    'star': lambda x: [*x],
    'star in a tuple': lambda x: (*x,),
    'extend': lambda x: [].extend(x),
    'arguments': lambda x: print(*x),
    'any': any,
    'enumerate': lambda x: list(enumerate(x)),
    'map': lambda x: list(map(str.upper, x)),
}
for name, make in makers.items():
    for kind in Sized, Hinted:
        result = make(kind())
        print(name, kind.__name__, sorted(result) if isinstance(result, set) else result)


def odd(**methods):
    namespace = {'__iter__': lambda self: iter([1])}
    for name, value in methods.items():

        def method(self, value=value):
            if isinstance(value, Exception):
                raise value
            return value

        namespace[f'__{name}__'] = method
    return type('Odd', (), namespace)()


for title, thing in {
    'len raises': odd(len=ValueError('no')),
    'len raises TypeError': odd(len=TypeError('no')),
    'len raises TypeError, hint': odd(len=TypeError('no'), length_hint=5),
    'len is negative': odd(len=-1),
    'hint raises': odd(length_hint=ValueError('no hint')),
    'hint raises TypeError': odd(length_hint=TypeError('no hint')),
    'hint is text': odd(length_hint='3'),
    'hint is negative': odd(length_hint=-3),
    'hint not implemented': odd(length_hint=NotImplemented),
    'too large a hint is not believed': odd(length_hint=1000),
}.items():
    for make in list, operator.length_hint:
        try:
            print(title, make.__name__, make(thing))
        except Exception as error:
            print(title, make.__name__, type(error).__name__, error)
print(operator.length_hint([1, 2]), operator.length_hint(5, 7), operator.length_hint(iter(range(4))))
try:
    operator.length_hint(5, 'x')
except TypeError as error:
    print(error)
