"""doctest: examples in docstrings, run and reported."""
import doctest


def add(a, b):
    """Adds.

    >>> add(1, 2)
    3
    >>> add("a", "b")
    'ab'
    >>> add(1, "b")
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    """
    return a + b


def wrong(n):
    """
    >>> wrong(2)
    5
    >>> print([1,
    ...        2])
    [1, 2]
    >>> wrong(3)   # doctest: +SKIP
    """
    return n * 2


def loose():
    """
    >>> list(range(30))   # doctest: +ELLIPSIS
    [0, 1, ..., 28, 29]
    >>> print("a    b")   # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> {"b": 1}
    {'b': 1}
    """


print(doctest.testmod(verbose=False))
print(doctest.testmod(optionflags=doctest.REPORT_NDIFF))
for test in doctest.DocTestFinder().find(add, "add"):
    print(test.name, [(example.source, example.want) for example in test.examples])
doctest.run_docstring_examples(loose, {"loose": loose}, name="loose", verbose=True)
