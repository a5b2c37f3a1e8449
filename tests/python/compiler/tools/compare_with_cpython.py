import sys, dis, subprocess, collections, types
DUMP='/tmp/build-compiler/dump'
MAP={'LOAD_FAST_LOAD_ATTR':'LOAD_ATTR','LOAD_METHOD':'LOAD_ATTR','BINARY_OP_CONST':'BINARY_OP','BINARY_OP_FAST_CONST':'BINARY_OP','BINARY_OP_FAST_FAST':'BINARY_OP',
'COMPARE_OP_JUMP':'COMPARE_OP','COMPARE_FAST_CONST_JUMP':'COMPARE_OP','COMPARE_FAST_FAST_JUMP':'COMPARE_OP','FOR_ITER_STORE_FAST':'FOR_ITER'}
OPS=set('''BINARY_OP BINARY_SUBSCR STORE_SUBSCR DELETE_SUBSCR BINARY_SLICE STORE_SLICE COMPARE_OP CONTAINS_OP IS_OP UNARY_NEGATIVE UNARY_INVERT UNARY_NOT CALL CALL_KW CALL_FUNCTION_EX
LOAD_ATTR STORE_ATTR DELETE_ATTR LOAD_GLOBAL LOAD_NAME LOAD_DEREF LOAD_FAST_CHECK LOAD_SUPER_ATTR IMPORT_NAME IMPORT_FROM RAISE_VARARGS GET_ITER FOR_ITER UNPACK_SEQUENCE UNPACK_EX
GET_AWAITABLE BEFORE_WITH BEFORE_ASYNC_WITH YIELD_VALUE CHECK_EXC_MATCH CHECK_EG_MATCH LIST_EXTEND SET_UPDATE DICT_UPDATE DICT_MERGE FORMAT_SIMPLE FORMAT_WITH_SPEC CONVERT_VALUE
BUILD_SLICE DELETE_FAST DELETE_NAME DELETE_GLOBAL DELETE_DEREF STORE_NAME STORE_GLOBAL STORE_DEREF GET_AITER GET_ANEXT END_ASYNC_FOR SEND MATCH_CLASS MATCH_KEYS MATCH_MAPPING MATCH_SEQUENCE GET_LEN LOAD_BUILD_CLASS
LOAD_FROM_DICT_OR_DEREF LOAD_FROM_DICT_OR_GLOBALS SETUP_ANNOTATIONS MAKE_FUNCTION LIST_APPEND SET_ADD MAP_ADD BUILD_STRING LOAD_ASSERTION_ERROR MAKE_CELL COPY_FREE_VARS GET_YIELD_FROM_ITER RETURN_GENERATOR'''.split())
NAMED={'LOAD_ATTR','STORE_ATTR','DELETE_ATTR','LOAD_GLOBAL','LOAD_NAME','LOAD_DEREF','LOAD_FAST_CHECK','STORE_NAME','STORE_GLOBAL','STORE_DEREF','IMPORT_NAME','IMPORT_FROM','DELETE_FAST','DELETE_NAME','LOAD_FROM_DICT_OR_DEREF','LOAD_FROM_DICT_OR_GLOBALS'}
def theirs(src,fn):
    co=compile(src,fn,'exec',dont_inherit=True)
    lines=src.split('\n')
    bl=[l.encode() for l in lines]
    def col(line,c):
        if c is None or line is None or line<1 or line>len(bl): return -1
        if bl[line-1].isascii(): return c
        return len(bl[line-1][:c].decode('utf8','replace'))
    out=collections.OrderedDict()
    def walk(co):
        s=set()
        for i in dis.get_instructions(co):
            n=i.opname
            if n in OPS:
                p=i.positions
                pos=(p.lineno or 0,p.end_lineno or 0,col(p.lineno,p.col_offset),col(p.end_lineno,p.end_col_offset))
                s.add((n,)+pos+((str(i.argval) if n!='LOAD_SUPER_ATTR' else ''),) if n in NAMED else (n,)+pos+('',))
        key=(co.co_qualname,co.co_firstlineno)
        out.setdefault(key,[]).append((s,co.co_flags,(co.co_argcount,co.co_posonlyargcount,co.co_kwonlyargcount),co.co_varnames,co.co_cellvars,co.co_freevars,co.co_stacksize))
        for c in co.co_consts:
            if isinstance(c,types.CodeType): walk(c)
    walk(co); return out
def ours(fn):
    r=subprocess.run([DUMP,'dump',fn],capture_output=True,text=True,errors='surrogateescape')
    out=collections.OrderedDict(); cur=None
    for line in r.stdout.split('\n'):
        if line.startswith('CODE '):
            q,fl,flags,ac,ss,loc=line[5:].split('\t')
            kinds=[x.rsplit(':',1) for x in loc.split()]
            var=tuple(n for n,k in kinds if int(k)&0x20); cell=tuple(n for n,k in kinds if int(k)&0x40); free=tuple(n for n,k in kinds if int(k)&0x80)
            s=set()
            out.setdefault((q,int(fl)),[]).append((s,int(flags)&~0x4000000,tuple(map(int,ac.split(','))),var,cell,free,int(ss)))
        elif line.startswith(' '):
            n,pos,text=line[1:].split('\t',2)
            fused=n
            n=MAP.get(n,n)
            if n not in OPS: continue
            l,el,c,ec=map(int,pos.split(','))
            nm=''
            if n in NAMED:
                nm=text.replace(' + NULL','').split(', ')[-1]
            s.add((n,l,el,c,ec,nm))
        elif line: return line
    return out
stat=collections.Counter(); ex={}
SKIP={'-CONVERT_VALUE','-FORMAT_SIMPLE','-FORMAT_WITH_SPEC','-BUILD_STRING','-DELETE_FAST','+DELETE_FAST','+DELETE_NAME','-DELETE_NAME','+SETUP_ANNOTATIONS','-SETUP_ANNOTATIONS','+RETURN_GENERATOR','-RETURN_GENERATOR','-STORE_NAME','+STORE_NAME','-MAP_ADD','-DICT_UPDATE'}
import os
if os.environ.get('ALL'): SKIP=set()
def note(k,e):
    if k in SKIP: return
    stat[k]+=1
    ex.setdefault(k,[]).append(e)
for fn in sys.argv[1:]:
    try: src=open(fn,encoding='utf8',newline=None).read()
    except Exception as e: continue
    try: t=theirs(src,fn)
    except SyntaxError as e: t=None; terr=e
    o=ours(fn)
    if t is None:
        if isinstance(o,str): continue
        note('should fail',(fn,str(terr))); continue
    if isinstance(o,str): note('fails',(fn,o)); continue
    stat['files']+=1
    for k in t.keys()|o.keys():
        a=t.get(k,[]); b=o.get(k,[])
        if len(a)!=len(b): note('code objects',(fn,k,len(a),len(b))); continue
        for x,y in zip(a,b):
            stat['codes']+=1
            for e in x[0]-y[0]: note('-'+e[0],(fn.split('/')[-1],k,e))
            for e in y[0]-x[0]: note('+'+e[0],(fn.split('/')[-1],k,e))
            for i,nm in ((1,'flags'),(2,'argcounts'),(3,'varnames'),(4,'cells'),(5,'frees')):
                if x[i]!=y[i]: note(nm,(fn,k,x[i],y[i]))
            if y[6]>x[6]+3: note('stacksize',(fn,k,x[6],y[6]))
for k,v in sorted(stat.items()):
    print(k,v)
    for e in ex.get(k,[])[:int(os.environ.get('N','3'))]: print('     ',*e)
