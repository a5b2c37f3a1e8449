# Random floats and complex numbers: operators, repr, format, round. One checksum for each 40 rounds.
def checksum(text):
    h = 2166136261
    for c in text:
        h = (h ^ ord(c)) * 16777619 & 0xFFFFFFFF
    return h


collected = []


def collect(round, *parts):
    collected.append(ascii(parts))
    if round % 40 == 40 - 1:
        text = '\n'.join(collected)
        print(round, checksum(text), collected[0][:60])
        collected.clear()


import math
s=777
def rnd(n):
    global s
    s=(s*6364136223846793005+1442695040888963407)%(1<<64)
    return (s>>33)%n
def rf():
    m=rnd(6)
    if m==0: return float.fromhex('%s0x1.%07x%06xp%d'%('-' if rnd(2) else '',rnd(1<<28),rnd(1<<24),rnd(2090)-1070)) 
    if m==1: return rnd(100000)/[1,10,100,1000,3,7][rnd(6)]*(1 if rnd(2) else -1)
    if m==2: return float(rnd(2000)-1000)/2
    if m==3: return (rnd(1<<30)+0.5)*10.0**(rnd(60)-30)
    if m==4: return [0.0,-0.0,1e16,1e-4,1e-5,123456789012345680.0,5e-324,1.7976931348623157e308,float('inf'),float('-inf'),float('nan'),1e22,1e23,0.1,2.675][rnd(15)]
    return rnd(1<<31)*1.0*(rnd(1<<31))
specs=['','g','e','f','.0f','.1f','.3e','.10g','#.3g','+.2f',' .4f','010.3f','>12','<12.2','^14.5','_.2f',',','020,.1f','%','.1%','.17g','.0e','#.0f','E','G','.25f','.50g','z.1f','n','=+15.3e','*^20','.0','.1','.2']
for k in range(800):
    a=rf();b=rf();r=[repr(a),str(a)]
    r.append(float(repr(a))==a)
    sp=specs[rnd(len(specs))]; r+=[sp,format(a,sp)]
    for op in ('+','-','*','/','//','%'):  # pow and hypot differ by an ulp between C libraries
        try: r.append(eval('a'+op+'b'))
        except Exception as e: r.append(type(e).__name__+str(e))
    try: r.append(divmod(a,b))
    except Exception as e: r.append(str(e))
    for nd in (None,0,1,2,-1,-3,5,15,20):
        try: r.append(round(a,nd))
        except Exception as e: r.append(str(e))
    r.append(hash(a) if a==a else 0); r.append(a.hex()); 
    if a==a: r.append(float.fromhex(a.hex())==a)
    for f in (int,math.floor,math.ceil,math.trunc):
        try: r.append(f(a))
        except Exception as e: r.append(str(e))
    try: r.append(a.as_integer_ratio())
    except Exception as e: r.append(str(e))
    r+=[a<b,a==b,a.is_integer(),a>=3,a==int(1e16)]
    p='%'+['','+','-','0',' ','#'][rnd(6)]+['','5','20'][rnd(3)]+['','.0','.3','.12'][rnd(4)]+'efgEFG'[rnd(6)]
    r+=[p,p%a]
    collect(k, *r)
for k in range(200):
    a=complex(rf(),rf());b=complex(rnd(7)-3,rnd(5)-2)
    r=[a,b,format(a,'.3g'),format(a,['','>30','.2f','+e','^40.3'][rnd(5)])]
    for op in ('+','-','*','/'):
        try: r.append(eval('a'+op+'b'))
        except Exception as e: r.append(type(e).__name__+str(e))
    try: r.append(b**(rnd(9)-4))
    except Exception as e: r.append(str(e))
    r.append(complex(str(a))==a); r.append(hash(b))
    collect(k, *r)
