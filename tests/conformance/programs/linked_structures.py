# Linked list, binary tree, trie, LRU cache, matrix, stack machine.
class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head, self.size = None, 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous
        return self

    def __len__(self):
        return self.size

    def __repr__(self):
        return " -> ".join(map(repr, self)) + " -> nil"


items = LinkedList("abcd")
print(items, len(items), items.reverse(), "b" in items, sorted(items))


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        def go(node):
            if node is None:
                return [key, None, None]
            side = 1 if key < node[0] else 2
            node[side] = go(node[side])
            return node

        self.root = go(self.root)

    def walk(self, node="root", depth=0):
        node = self.root if node == "root" else node
        if node:
            yield from self.walk(node[1], depth + 1)
            yield node[0], depth
            yield from self.walk(node[2], depth + 1)


t = Tree()
for n in (5, 2, 8, 1, 9, 3):
    t.insert(n)
for key, depth in t.walk():
    print("  " * depth + str(key))


class Trie(dict):
    def add(self, word):
        node = self
        for c in word:
            node = node.setdefault(c, Trie())
        node["$"] = word

    def complete(self, prefix):
        node = self
        for c in prefix:
            if c not in node:
                return []
            node = node[c]
        return sorted(node._words())

    def _words(self):
        for k, v in self.items():
            if k == "$":
                yield v
            else:
                yield from v._words()


trie = Trie()
for w in "async await asyncio awake yield".split():
    trie.add(w)
print(trie.complete("a"), trie.complete("aw"), trie.complete("x"))


class LRU:
    def __init__(self, size):
        self.size, self.data = size, {}

    def get(self, key):
        if key in self.data:
            self.data[key] = self.data.pop(key)
            return self.data[key]

    def put(self, key, value):
        self.data.pop(key, None)
        if len(self.data) >= self.size:
            del self.data[next(iter(self.data))]
        self.data[key] = value


cache = LRU(2)
for k, v in (("a", 1), ("b", 2)):
    cache.put(k, v)
cache.get("a")
cache.put("c", 3)
print(cache.data, cache.get("b"))


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in columns] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))]), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    def __str__(self):
        return "\n".join(" ".join(f"{x:>3}" for x in r) for r in self.rows)


m = Matrix([[1, 1], [1, 0]])
print(m @ m, (m**90).rows[0][1], m**2 == m @ m, sep="\n")


def run(program):
    stack, ops = [], {"+": lambda a, b: a + b, "*": lambda a, b: a * b, "-": lambda a, b: a - b}
    for word in program.split():
        if word in ops:
            b, a = stack.pop(), stack.pop()
            stack.append(ops[word](a, b))
        elif word == "dup":
            stack.append(stack[-1])
        else:
            stack.append(int(word))
    return stack


print(run("2 3 + dup * 1 -"), run("1 2 3"))
