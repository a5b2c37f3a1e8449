# An error in the condition of a comprehension inside a function.
def long_words(words):
    return {word: len(word) for word in words if len(word) > 3 and word.isalpha()}


print(long_words(["short", "longer", "a"]))
print(long_words(["fine", 42, "never"]))
