# A bracket of a Chinese keyboard.
print（"hello"）
