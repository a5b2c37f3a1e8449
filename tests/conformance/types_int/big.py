# Integers of any size.
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, a * b)
print(b // a, b % a, divmod(b, -a), divmod(-b, a))
print(a**5)
print(a & b, a | b, a ^ b, ~a)
print(a << 77, b >> 40, -b >> 40)
print(-a // 7, -a % 7, a // -7, a % -7)
print(a == a + 0, a < b, -a > -b, a != b)
print(a.bit_length(), (2**200).bit_length(), (2**200 - 1).bit_count())
print(hex(a), oct(a), bin(2**70))
print(int(str(a)) == a, int(hex(a), 16) == a)
factorial = 1
for i in range(1, 60):
    factorial *= i
print(factorial)
x, y = 0, 1
for _ in range(300):
    x, y = y, x + y
print(x)
print(pow(a, b, 1000000007), pow(3, 2**100, 97))
print(2**64, 2**63 - 1, -(2**63), -(2**63) - 1)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 3037000500 * 3037000500)
print(10**30 / 10**27, 10**20 // 3, float(10**22), int(1e22), int(1e25))
print(2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**400 > 1e308, -(10**400) < float("-inf"))
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(10**20) == hash(1e20))
print(sum(range(10**5)), len(str(7**2000)), str(7**300)[-20:])
try:
    float(10**400)
except OverflowError as error:
    print(error)
gcd_a, gcd_b = a, b
while gcd_b:
    gcd_a, gcd_b = gcd_b, gcd_a % gcd_b
print(gcd_a)
print((a * b) ** 3 // (a**2 * b**2) == a * b)
