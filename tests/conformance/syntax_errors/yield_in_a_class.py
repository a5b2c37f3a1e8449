# yield outside a function.
class Numbers:
    yield 1
