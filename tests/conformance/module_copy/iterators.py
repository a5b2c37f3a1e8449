"""copy and pickle of the built-in iterators; lines of files."""
import copy, pickle, time, os
for make in (lambda: iter([1,2,3]), lambda: iter((1,2,3)), lambda: iter('abc'), lambda: iter('aé한'), lambda: iter(b'abc'), lambda: iter(bytearray(b'abc')), lambda: iter({1:2,3:4,5:6}), lambda: iter({1:2,3:4}.values()), lambda: iter({1:2,3:4}.items()), lambda: reversed({1:2,3:4}), lambda: iter(range(5)), lambda: iter(range(10**30, 10**30+4)), lambda: reversed([1,2,3]), lambda: reversed('abc'), lambda: enumerate('abc', 5), lambda: zip([1,2],[3,4]), lambda: zip([1,2],[3,4], strict=True), lambda: map(len, ['a','bb','ccc']), lambda: filter(None, [0,1,2,3])):
    it = make(); next(it)
    c = copy.copy(it)
    r = it.__reduce__()
    p = pickle.loads(pickle.dumps(make()))
    print(type(it).__name__, r[0], r[2:] , list(c), list(p), list(it), it.__reduce__()[0])
class S:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
it = iter(S()); next(it); print(list(copy.copy(it)), it.__reduce__()[2]); it.__setstate__(3); print(list(it))
it = iter([1,2,3,4]); it.__setstate__(2); print(list(it)); it.__setstate__(0); print(list(it))
it = iter(range(10)); it.__setstate__(7); print(list(it)); it = iter({3}); print(it.__reduce__())
f = iter([1,2,3].pop, 1); print(f.__reduce__()[0]); print(next(f), next(f))
t = time.gmtime(0); print(pickle.loads(pickle.dumps(t)) == t, copy.copy(t))
import linecache
open('zz.txt','w').write('one\ntwo\nthree'); print(repr(linecache.getline('zz.txt', 3)), linecache.getlines('zz.txt'), repr(linecache.getline('zz.txt', 9)), repr(linecache.getline('nofile', 1)))
os.remove('zz.txt')
