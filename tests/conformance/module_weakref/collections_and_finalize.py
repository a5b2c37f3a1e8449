import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name})"

    def hello(self):
        return f"hello from {self.name}"


a, b = Thing("a"), Thing("b")
cache = weakref.WeakValueDictionary(a=a, b=b)
print(sorted(cache), cache["a"], len(cache))
del a
print(sorted(cache), cache.get("a"), "a" in cache)
names = weakref.WeakKeyDictionary({b: 1})
print(dict(names), names[b])
group = weakref.WeakSet([b])
c = Thing("c")
group.add(c)
print(len(group), sorted(x.name for x in group), c in group)
del c
print(len(group), group == weakref.WeakSet([b]))

method = weakref.WeakMethod(b.hello)
print(method()())
done = weakref.finalize(b, print, "b is gone,", "told by finalize")
print(done.alive, done.peek()[2], done.atexit)
reference = weakref.ref(b, lambda r: print("callback, now", r()))
proxy = weakref.proxy(b)
print(proxy.name, weakref.getweakrefcount(b) > 2, reference() is b)
del b
print(reference(), method(), len(names), len(group), done.alive, done())
try:
    proxy.name
except ReferenceError as error:
    print(error)
try:
    weakref.ref(5)
except TypeError as error:
    print(error)
last = Thing("last")
weakref.finalize(last, print, "at exit")
