# The texts of TypeError for calls that do not fit.
def none():
    pass


def two(a, b):
    pass


def default(a, b=1):
    pass


def keyword(a, *, k):
    pass


def keywords(*, k, l, m):
    pass


def position(a, b, /):
    pass


def star(a, *rest):
    pass


def attempt(f, *args, **kw):
    try:
        f(*args, **kw)
    except TypeError as error:
        print(error)
    else:
        print("fine")


attempt(none, 1)
attempt(none, 1, 2)
attempt(none, x=1)
attempt(two)
attempt(two, 1)
attempt(two, b=1)
attempt(two, 1, 2, 3)
attempt(two, 1, a=2)
attempt(two, 1, 2, c=3)
attempt(default)
attempt(default, 1, 2, 3)
attempt(keyword)
attempt(keyword, 1)
attempt(keyword, 1, 2)
attempt(keyword, 1, 2, k=3)
attempt(keywords)
attempt(keywords, l=1)
attempt(position, a=1, b=2)
attempt(position, 1, b=2)
attempt(star)
attempt(lambda x, y: 0, 1)
attempt(lambda: 0, 1, 2)
