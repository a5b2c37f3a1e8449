# Texts that are built piece by piece, and those who keep an earlier state of them.
def f(n):
    s=''
    for i in range(n): s+='ab'
    keep=s
    s+='x'*100
    t=s
    for i in range(50): s+=str(i); s=s+'é' if i%7==0 else s
    for i in range(20): t=t+s[:3]; d={t:1}; t+='q'; assert t not in d
    return len(s),len(t),hash(s)==hash(s[:]+''),keep=='ab'*n, s[-5:], t[-9:], s.isascii()
print(f(100),f(0))
def g():
    s='z'*100
    try:
        s+=5
    except TypeError as e: print(e, s[:3])
    s+=s; s+=s[1:2]
    a='y'*80; b=a; a+='k'; print(b[-2:],a[-2:],len(s))
    yield s
    s+='한글'; yield s[-4:]
    s+='x'; yield s[-4:]
print(*[x[-4:] for x in g()])
m='m'*70
for i in range(1000):
    m+='n'
    if i%100==0: k=m; 
    m=m+str(i)
print(len(m),len(k),m[-10:],k[-10:])
class C:
    q='a'*70
    for i in range(5): q+='b'
print(C.q[-7:])
exec("w='w'*90\nfor i in range(5): w+='v'\nprint(w[-7:])")
def h():
    global m
    m+='gg'; m+='hh'; return m[-6:]
print(h())
