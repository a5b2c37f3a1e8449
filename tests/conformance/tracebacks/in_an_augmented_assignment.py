# The marks of augmented assignments and deletions.
counts = {"a": 1}
counts["a"] += 1
print(counts)
try:
    del counts["b"]
except KeyError as error:
    print(repr(error))
counts["a"] += "1"
