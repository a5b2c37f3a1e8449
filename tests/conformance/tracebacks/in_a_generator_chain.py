# Frames of generators that feed each other.
def numbers():
    for text in ("1", "2", "three"):
        yield text


def parsed(source):
    for text in source:
        yield int(text)


def doubled(source):
    yield from (n * 2 for n in source)


for n in doubled(parsed(numbers())):
    print(n)
