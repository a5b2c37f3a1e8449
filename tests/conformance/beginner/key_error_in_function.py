# A missing key inside nested calls.
stock = {"apple": 3}


def take(name, count):
    stock[name] -= count
    return stock[name]


def order(*names):
    for name in names:
        print(name, take(name, 1))


order("apple", "apple", "pear")
