# Dictionaries at work: inverting, grouping, merging deeply, counting, sorting, dispatching.
scores = {"Ann": 3, "Bob": 5, "Cid": 3}
print({v: k for k, v in scores.items()}, dict(sorted(scores.items(), key=lambda kv: (-kv[1], kv[0]))), max(scores, key=scores.get))
inverse = {}
for name, score in scores.items():
    inverse.setdefault(score, []).append(name)
print(inverse)


def merge(a, b):
    result = dict(a)
    for key, value in b.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            value = merge(result[key], value)
        result[key] = value
    return result


print(merge({"a": {"x": 1, "y": {"z": 2}}, "b": 1}, {"a": {"y": {"w": 3}}, "b": {"c": 4}}))


def flatten(tree, prefix=""):
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


print(dict(flatten({"a": {"b": 1, "c": {"d": 2}}, "e": {}, "f": 3})))
counts = {}
for c in "mississippi":
    counts[c] = counts.get(c, 0) + 1
print(counts, dict(zip("abc", range(3))), dict.fromkeys("ab", 0), dict([("k", 1)], z=2), {**scores, "Ann": 9}, scores | {"Dan": 1})
first, *others = scores
print(first, others, list(reversed(scores)), next(iter(scores.values())), scores.keys() & {"Ann", "Zoe"}, scores.items() >= {("Bob", 5)})
scores["Ann"] = scores.pop("Ann")
print(list(scores), scores.popitem(), len(scores), scores.get("Zoe"), "Bob" in scores)


class Default(dict):
    def __missing__(self, key):
        self[key] = made = key * 2
        return made


d = Default(a=1)
print(d["a"], d["b"], d.get("c"), d, "%(a)s-%(z)s" % d, "{b}".format_map(d))
