# Which of several calls on one line failed.
def half(n):
    if n % 2:
        raise ValueError(f"{n} is odd")
    return n // 2


print(half(half(8)) + half(half(4)))
print(half(half(8)) + half(half(6)) * half(half(4)))
