"""The other readers of XML: minidom, sax, the pull parser, property lists."""
import xml.etree.ElementTree as ET
doc = '''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE data [<!ENTITY who "World &amp; co"><!ATTLIST country kind CDATA "state">]>
<data xmlns:x="http://x.org/ns">
  <!-- a comment -->
  <country name="Liechtenstein"><rank>1</rank><neighbor name="Austria" direction="E"/></country>
  <country name="Singapore"><x:rank>4</x:rank>hello &who; &lt;&#65;&#x42; <![CDATA[<raw> & ]]]]> tail</country>
</data>'''
import xml.dom.minidom as md
d = md.parseString(doc.replace('<!DOCTYPE data [<!ENTITY who "World &amp; co"><!ATTLIST country kind CDATA "state">]>', '').replace('&who;','').encode())
print(d.toprettyxml()[:300]); print([n.getAttribute('name') for n in d.getElementsByTagName('country')], d.documentElement.tagName)
import xml.sax
class H(xml.sax.ContentHandler):
    def startElement(self, name, attrs): print('start', name, dict(attrs))
    def endElement(self, name): print('end', name)
    def characters(self, c): print('chars', repr(c))
xml.sax.parseString('<a x="1">t\nu<b/>&amp;</a>', H())
try: xml.sax.parseString('<a>', H())
except xml.sax.SAXParseException as e: print(e)
p = ET.XMLPullParser(['start', 'end'])
p.feed('<a><b>'); print([(e, x.tag) for e, x in p.read_events()]); p.feed('</b></a>'); print([(e, x.tag) for e, x in p.read_events()]); p.close()
import io
for ev, el in ET.iterparse(io.StringIO('<r><a>1</a><a>2</a></r>')): print(ev, el.tag, el.text)
import plistlib
print(plistlib.loads(plistlib.dumps({'a': [1, 2.5, True, 'x', b'bytes']})))
