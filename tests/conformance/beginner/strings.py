# Strings for beginners.
word = "asynchronous"
print(word[0], word[-1], word[:5], word[5:], word[::-1], len(word), word.upper(), word.count("o"))
print(word.find("chr"), word.replace("a", "A"), "sync" in word, word.startswith("a"), word.isalpha())
sentence = "the event loop never sleeps"
words = sentence.split()
print(words, len(words), " ".join(reversed(words)), sentence.title(), sentence.capitalize())
print("-".join(words), [len(w) for w in words], max(words, key=len), sorted(words))
vowels = 0
for letter in sentence:
    if letter in "aeiou":
        vowels += 1
print("vowels", vowels)
print("=" * 20, "ab" * 3, "line1\nline2", "tab\tend", 'it\'s', "say \"hi\"", r"C:\new", sep="\n")
print("가나다".center(9, "*"), "5".zfill(3), " x ".strip() + "|", "a,b,,c".split(","), "%s is %d" % ("Jun", 9), "{} + {}".format(1, 2))
print(ord("A"), chr(97), "".join(chr(ord("a") + i) for i in range(5)), "apple" < "banana", "10" < "9", "abc" == "ab" + "c")
