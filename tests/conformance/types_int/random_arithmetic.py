# Random ints of all sizes under all operators. One checksum for each 20 rounds.
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


s=12345
def rnd(n):
    global s
    s=(s*6364136223846793005+1442695040888963407)%(1<<64)
    return (s>>33)%n
def big(bits):
    r=0
    for _ in range((bits+30)//31): r=r<<31|rnd(1<<31)
    r>>=max(0,r.bit_length()-bits)
    return -r if rnd(2) else r
sizes=[1,3,8,20,30,31,32,33,53,61,62,63,64,65,90,127,128,129,200,500,2000,5000]
for k in range(400):
    a=big(sizes[rnd(len(sizes))]); b=big(sizes[rnd(len(sizes))]); n=rnd(140)
    rs=[a+b,a-b,a*b,a&b,a|b,a^b,~a,-a,abs(a),a<<n,a>>n,a.bit_length(),a.bit_count(),hash(a),a<b,a==b,a>=b,int(str(a)) if a.bit_length()<14000 else 0,hex(a),oct(b),bin(a)[-20:],int(hex(a),16),int(oct(a),0),int(bin(b),2)]
    if b: rs+=[a//b,a%b,divmod(a,b)]
    try: rs.append(a/b)
    except Exception as e: rs.append(str(e))
    try: rs.append(float(a))
    except Exception as e: rs.append(str(e))
    e=rnd(8); rs.append((a if a.bit_length()<600 else 3)**e)
    if b:
        try: rs.append(pow(a,abs(big(40)),b))
        except Exception as ex: rs.append(str(ex))
        try: rs.append(pow(a,-rnd(5),b))
        except Exception as ex: rs.append(str(ex))
    rs.append(round(a,-rnd(12)))
    L=(a.bit_length()+8)//8
    bs=a.to_bytes(L,'little',signed=True); rs+= [bs[:40],int.from_bytes(bs,'little',signed=True)==a,int.from_bytes(bs,'big')]
    try: f=float(a); rs+=[a==f,a<f,a>f,int(f),f<a+1,hash(f)]
    except OverflowError: rs+=[a<1e308,a>1e308]
    rs+= [int(format(abs(a)%36**40,'d'),36)]
    t=' '.join(map(str,rs))
    collect(k, t)
