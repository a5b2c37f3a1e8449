"""xml.parsers.expat tells everything that it finds."""
from xml.parsers import expat
q = expat.ParserCreate()
def log(n): return lambda *a: print(n, a)
for h in "StartElement EndElement CharacterData Comment ProcessingInstruction XmlDecl StartDoctypeDecl EndDoctypeDecl EntityDecl ElementDecl AttlistDecl NotationDecl StartCdataSection EndCdataSection Default".split():
    setattr(q, h + 'Handler', log(h))
q.Parse('''<?xml version="1.0" standalone="yes"?><!DOCTYPE r [
<!ELEMENT r (a, (b|c)*, d?)><!ELEMENT e (#PCDATA|f)*><!ELEMENT g EMPTY><!ELEMENT h ANY>
<!ATTLIST r x CDATA #REQUIRED y (p|q) "p" z ID #IMPLIED w CDATA #FIXED "v">
<!ENTITY ent "some &#65; text"><!ENTITY ext SYSTEM "file.xml"><!NOTATION n PUBLIC "pub">
<!ENTITY % pe "<!ELEMENT fromPE EMPTY>"> %pe;
<?pi in dtd?><!-- c -->]>
<r x="1
2">text&ent;<?target some data?><!--c--><![CDATA[a
b]]>
</r>
''', True)
print(expat.ErrorString(4), expat.errors.XML_ERROR_SYNTAX, expat.errors.codes['syntax error'])
