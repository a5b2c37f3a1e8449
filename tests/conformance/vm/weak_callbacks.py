# Weak references: callbacks in order, what they see, and what they do not keep alive.
import gc
import weakref

gc.disable()


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Thing({self.name})'

    def __del__(self):
        print('del', self.name)


def told(text):
    return lambda ref: print('callback', text, ref())


t = Thing('t')
refs = [weakref.ref(t, told(n)) for n in range(3)]
plain = weakref.ref(t)
print(plain is weakref.ref(t), refs[0] is weakref.ref(t, told(0)), weakref.getweakrefcount(t))
del t
print([r() for r in refs], plain())

t = Thing('dropped ref')
weakref.ref(t, told('never: the reference went first'))
del t

t = Thing('equal')
u = Thing('equal')
r, s = weakref.ref(t), weakref.ref(u)
print(r == s, r == weakref.ref(t), hash(r) == hash(t))
del t
print(r == s, r == r)
del u

# In a cycle that is garbage the callbacks of references from outside run, those of references inside do not.
a, b = Thing('a'), Thing('b')
a.other, b.other = b, a
a.inside = weakref.ref(b, told('inside'))
outside = weakref.ref(b, told('outside'))
del a, b
gc.collect()
print(outside())

d = weakref.WeakValueDictionary()
k = weakref.WeakKeyDictionary()
s = weakref.WeakSet()
one, two = Thing('one'), Thing('two')
d['one'], d['two'] = one, two
k[one], k[two] = 1, 2
s.add(one)
s.add(two)
print(sorted(d), sorted(k.values()), len(s))
del one
print(sorted(d), sorted(k.values()), len(s))
f = weakref.finalize(two, print, 'finalised', 'two')
print(f.alive)
del two
print(f.alive, len(d), len(k), len(s))

p = Thing('proxied')
proxy = weakref.proxy(p, lambda ref: print('proxy callback'))
print(proxy.name, repr(proxy).partition(' at ')[0], repr(proxy).split("'")[1])
del p
try:
    proxy.name
except ReferenceError as error:
    print(error, repr(proxy).endswith('dead>'))


class Method:
    def hello(self):
        return 'hello'


m = Method()
w = weakref.WeakMethod(m.hello)
print(w()(), weakref.ref(m.hello)())
del m
print(w())


def callback_that_fails(ref):
    raise ValueError('in callback')


import sys

sys.unraisablehook = lambda args: print('unraisable', args.exc_value, args.err_msg)
t = Thing('failing callback')
r = weakref.ref(t, callback_that_fails)
del t
for thing in 1, 'text', [], (), {}, None, Thing, lambda: 0, set(), range(3):
    try:
        weakref.ref(thing)
        print(type(thing).__name__, 'ok')
    except TypeError as error:
        print(error)
