print("this is never printed")


def greet(name)
    print("hello", name)
