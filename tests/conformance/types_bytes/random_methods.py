# Random bytes and bytearrays; random formatting. One checksum for each 20 rounds.
def checksum(text):
    h = 2166136261
    for c in text:
        h = (h ^ ord(c)) * 16777619 & 0xFFFFFFFF
    return h


collected = []


def collect(round, *parts):
    collected.append(ascii(parts))
    if round % 20 == 20 - 1:
        text = '\n'.join(collected)
        print(round, checksum(text), collected[0][:60])
        collected.clear()


s=4242
def rnd(n):
    global s
    s=(s*6364136223846793005+1442695040888963407)%(1<<64)
    return (s>>33)%n
al=[b'a',b'b',b'A',b' ',b'\n',b'\r\n',b'\t',b'1',b'\x00',b'\xff',b'ab',b"'",b'"',b'\\']
def rb(n): return b''.join(al[rnd(len(al))] for _ in range(rnd(n)))
ms1=['lower','upper','title','capitalize','swapcase','isalpha','isalnum','isdigit','isspace','isascii','islower','isupper','istitle','strip','lstrip','rstrip','split','rsplit','splitlines','expandtabs','hex']
ms2=['find','rfind','count','startswith','endswith','split','rsplit','partition','rpartition','strip','lstrip','rstrip','removeprefix','removesuffix','index']
for k in range(400):
    a=rb(12);b=rb(3);c=rb(3);r=[a]
    for T in (bytes,bytearray):
        A=T(a)
        for m in ms1: r.append(getattr(A,m)())
        for m in ms2:
            try: r.append(getattr(A,m)(b))
            except Exception as e: r.append(str(e))
        i=rnd(20)-10;j=rnd(20)-10;st=rnd(9)-4 or 1
        r+=[A[i:j],A[i:j:st],A.find(b,i),A.count(b,i,j),A.replace(b,c),A.replace(b,c,rnd(3)),A.center(rnd(20)),A.ljust(rnd(20),b'-'),A.zfill(rnd(10)),A*rnd(3),A+b,b in A,A<b,A==b,A.rsplit(None,rnd(3)),A.split(b or b'a',rnd(3)),A.hex(':',rnd(7)-3),A.join([b,c,b]),list(A),A.splitlines(True)]
    A=bytearray(a)
    for step in range(6):
        op=rnd(12)
        try:
            if op==0: A.append(rnd(260))
            elif op==1: A[rnd(10)-5:rnd(10)-5]=b
            elif op==2: del A[rnd(10)-5:rnd(10)]
            elif op==3: A.insert(rnd(20)-10,65)
            elif op==4: r.append(A.pop(rnd(4)-2))
            elif op==5: A.remove(97)
            elif op==6: A.extend(c)
            elif op==7: A+=b
            elif op==8: A.reverse()
            elif op==9: A[::2]=b
            elif op==10: del A[::-2]
            elif op==11: A*=rnd(3)
        except Exception as e: r.append(type(e).__name__+str(e))
        r.append(bytes(A))
    m=memoryview(a)
    r+=[m[rnd(6)-3:].tobytes(),m[::-1].tolist(),m==a]
    collect(k, r)
pf=['%d','%5d','%-5d|','%05d','%+d','% d','%x','%#x','%X','%o','%#o','%s','%r','%a','%5s','%-5s|','%.2s','%c','%i','%08.3d','%+05d','%#010x']
vals=[0,1,-1,42,-12345,10**20,-10**25,True,'a','한글','é',b'x',None,1.5,[1,'é'],(1,),{'k':1},65]
for k in range(600):
    p=pf[rnd(len(pf))];v=vals[rnd(len(vals))]
    try: x=p%(v,)
    except Exception as e: x=type(e).__name__+str(e)
    collect(k, p, v, x)
fs=['','d','5','<5','>8','^9','=8','+','-',' ','08','x','#x','#010b',',','_','_x','#_o','c','e','.2f','.3','s','*^10','é>6','z','10,','010,','.1s','n','g','%','#','+08','=+8','0<5','^010','X','#X','b']
for k in range(800):
    p=fs[rnd(len(fs))];v=vals[rnd(len(vals))]
    try: x=format(v,p)
    except Exception as e: x=type(e).__name__+str(e)
    collect(k, p, v, x)
