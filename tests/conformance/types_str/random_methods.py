# Random texts through all methods and codecs. One checksum for each 20 rounds.
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


s=999
def rnd(n):
    global s
    s=(s*6364136223846793005+1442695040888963407)%(1<<64)
    return (s>>33)%n
alph=['a','b','A','B','z',' ','\t','\n','\r','\r\n','é','É','ß','Σ','σ','ΑΣ','한','글','😀','ǆ','ǅ','ŉ','1','٣','²','½','_','-','\u2028','\x85','\x1c','\x0b','\u3000','İ','ı','ﬁ','x','ab','aab',',','\ud800','\u0301','\'','"','\\','\x00','\x7f','\xad']
def rs(n): return ''.join(alph[rnd(len(alph))] for _ in range(rnd(n)))
ms1=['lower','upper','title','capitalize','swapcase','casefold','isalpha','isalnum','isdecimal','isdigit','isnumeric','isspace','isascii','isprintable','isidentifier','islower','isupper','istitle','strip','lstrip','rstrip','split','rsplit','splitlines','expandtabs','__len__']
ms2=['find','rfind','count','startswith','endswith','split','rsplit','partition','rpartition','strip','lstrip','rstrip','removeprefix','removesuffix','join','index']
for k in range(400):
    a=rs(14);b=rs(3);c=rs(4);r=[a]
    for m in ms1: r.append(getattr(a,m)())
    for m in ms2:
        try: r.append(getattr(a,m)(b))
        except Exception as e: r.append(str(e))
    i=rnd(20)-10;j=rnd(20)-10;st=rnd(9)-4 or 1
    r+=[a[i:j],a[i:j:st],a.find(b,i),a.count(b,i,j),a.rfind(b,i,j),a.startswith(b,i),a.endswith(b,i,j),a.replace(b,c),a.replace(b,c,rnd(4)),a.split(b or ' ',rnd(3)),a.rsplit(None,rnd(3)),a.split(None,rnd(3)),a.rsplit(b or 'a',rnd(3)),a.center(rnd(30)),a.ljust(rnd(30),'é'),a.rjust(rnd(30),'한'),a.zfill(rnd(20)),a*rnd(4),a+b,b in a,a<b,a==b,a>=c,a.splitlines(True),a.translate({97:None,98:'XY',233:0x1F600}),list(a),ascii(a),sorted(a),a.expandtabs(rnd(6))]
    for enc in ('utf-8','latin-1','ascii','utf-16','utf-32-be','utf-8-sig'):
        for er in ('strict','replace','ignore','backslashreplace','xmlcharrefreplace','surrogateescape','surrogatepass'):
            try: x=a.encode(enc,er)
            except Exception as e: x=str(e)
            r.append(x)
    bb=bytes(rnd(256) if rnd(3)==0 else ord('a')+rnd(5) for _ in range(rnd(12)))
    u=a.encode('utf-8','surrogatepass'); cut=u[:rnd(len(u)+1)]+bytes([rnd(256)])
    for x in (bb,cut):
        for enc in ('utf-8','ascii','utf-16','utf-32','latin-1','utf-16-be'):
            for er in ('strict','replace','ignore','backslashreplace','surrogateescape','surrogatepass'):
                try: y=x.decode(enc,er)
                except Exception as e: y=str(e)
                r.append(y)
    collect(k, a, r)
