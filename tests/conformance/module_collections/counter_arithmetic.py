# Counter as a multiset.
from collections import Counter

basket = Counter(apple=3, pear=1)
sold = Counter("apple apple fig".split())
print(basket + sold, basket - sold, basket & sold, basket | sold, -Counter(a=-2, b=1), +Counter(a=-2, b=1))
basket.subtract(sold)
print(basket, basket["fig"], basket["none"], "none" in basket, basket.total())
basket.update(apple=10)
print(basket.most_common(1), basket.most_common()[-1], sorted(basket.elements()))
print(Counter("abracadabra").most_common(3), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter("ab") < Counter("abc"))
letters = Counter()
for letter in "hello":
    letters[letter] += 1
del letters["h"]
del letters["zz"]
print(letters, list(letters), Counter([1, 1.0, True]), Counter({"x": 2.5})["x"])


def anagrams(a, b):
    return Counter(a.replace(" ", "")) == Counter(b.replace(" ", ""))


print(anagrams("dormitory", "dirty room"), anagrams("a", "b"))
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
try:
    Counter(1)
except TypeError as error:
    print(error)
c = Counter(a=5, b=2)
c -= Counter(a=1, b=9)
print(c, Counter(c).copy(), repr(Counter()), sum((Counter(x) for x in ("ab", "bc")), Counter()))
