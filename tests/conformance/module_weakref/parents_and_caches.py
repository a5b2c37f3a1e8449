# A tree with weak parents, and a cache that keeps only what is in use.
import weakref


class Tree:
    made = 0

    def __init__(self, name, parent=None):
        Tree.made += 1
        self.name = name
        self.children = []
        self._parent = weakref.ref(parent) if parent else None
        if parent:
            parent.children.append(self)

    @property
    def parent(self):
        return self._parent and self._parent()

    def path(self):
        above = self.parent
        return (above.path() if above else "") + "/" + self.name

    def __del__(self):
        print("freed", self.name)


root = Tree("root")
leaf = Tree("leaf", Tree("mid", root))
print(leaf.path())
middle = leaf.parent
del root
print(leaf.path(), middle.parent)
del middle
print(leaf.path(), leaf.parent)


class Image:
    cache = weakref.WeakValueDictionary()

    @classmethod
    def load(cls, name):
        image = cls.cache.get(name)
        if image is None:
            print("loading", name)
            image = cls.cache[name] = cls()
        return image


one = Image.load("sun")
two = Image.load("sun")
print(one is two, list(Image.cache), len(Image.cache))
del one, two
print(list(Image.cache), Image.load("sun") is None, len(Image.cache))
owners = weakref.WeakKeyDictionary()
keep = Image()
owners[keep] = "me"
owners[Image()] = "nobody"
print(list(owners.values()), keep in owners, weakref.WeakSet([keep]) == {keep})
end = weakref.finalize(keep, print, "finalized", 1)
print(end.alive, end.peek()[2])
del keep
print(end.alive, end(), list(owners))
