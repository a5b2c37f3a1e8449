"""xml.etree.ElementTree: trees from text and back, and what is wrong with documents."""
import xml.etree.ElementTree as ET
doc = '''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE data [<!ENTITY who "World &amp; co"><!ATTLIST country kind CDATA "state">]>
<data xmlns:x="http://x.org/ns">
  <!-- a comment -->
  <country name="Liechtenstein"><rank>1</rank><neighbor name="Austria" direction="E"/></country>
  <country name="Singapore"><x:rank>4</x:rank>hello &who; &lt;&#65;&#x42; <![CDATA[<raw> & ]]]]> tail</country>
</data>'''
root = ET.fromstring(doc)
print(root.tag, root.attrib, len(root))
for c in root: print(c.tag, c.attrib, repr(c.text), repr(c.tail), [(k.tag, k.attrib, k.text, k.tail) for k in c])
print(ET.tostring(root, encoding='unicode'))
print([e.get("name") for e in root.iter("neighbor")], root.find("country/rank").text, root.findtext(".//{http://x.org/ns}rank"))
print([e.get("name") for e in root.findall("./country[@name='Singapore']")], root.find("nothing"))
new = ET.SubElement(root, 'country', name='New'); new.text = 'a<b>&"é'
ET.indent(root); print(ET.tostring(root).decode())
for bad in ['', '<a>', '<a', '<a></b>', '<a><b></a>', 'hello', '<a/><b/>', '<a/>x', '<a b=c/>', '<a b="1" b="2"/>', '<a>&foo;</a>', '<a>&#0;</a>', '<a>\x01</a>', '<a b="<"/>', '<1/>', '<a><![CDATA[x</a>', '<a>]]></a>', '<!-- x', '<a x:y="1"/>', ' <?xml version="1.0"?><a/>', '<a>&amp</a>', '<a>& b</a>', '<a\n\n  c="d"\n e></a>', '<a>\n\n<b>\n</c>', '<a><!-- -- --></a>', '<?xml version="1.0" encoding="nope"?><a/>', '<a/ >', '< a/>', '<a></a', '&', '<!DOCTYPE a><b', '<!DOCTYPE>', '<a b="x</a>', "<a b='1'c='2'/>"]:
    try: ET.fromstring(bad); print(repr(bad), 'ok')
    except ET.ParseError as e: print(repr(bad), e, e.code, e.position)
