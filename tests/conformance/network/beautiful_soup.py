# Reading and changing documents with Beautiful Soup; the page is like those of https://mock.loopscope/site/.
import re

from bs4 import BeautifulSoup, Comment, NavigableString

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>The market</title><script>if (1 < 2) {}</script></head>
<body class="page wide"><!-- a note -->
<h1 id="top">The market</h1>
<p class="first">Every <b>Tuesday</b> &amp; <i>Saturday</i>,
in any weather.</p>
<ul class="nav"><li class="on"><a href="/site/fruit">Fruit</a></li><li><a href="/site/fish" rel="next nofollow">Fish</a></li><li></li></ul>
<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>
<img src=a.png><br><pre>
 kept  as it is
</pre></body></html>"""

soup = BeautifulSoup(PAGE, "html.parser")
print(soup.title, soup.title.string, soup.title.parent.name, soup.html["lang"], soup.body["class"])
print([a.get("href") for a in soup.find_all("a")], soup.a.attrs, soup.find("a", rel="next")["rel"], soup.a.get("none"))
print(soup.find(id="top").text, soup.find("li", class_="on").a.string, soup.find_all(["b", "i"]), soup.find_all(re.compile("^t[rd]$"))[1])
print(soup.find_all("a", href=re.compile("fish")), soup.find("a", string="Fruit"), soup.find_all(string=re.compile("mark")), soup.find("none"))
print(soup.find_all(lambda tag: tag.has_attr("class"), limit=2)[1].name, len(soup.find_all(True)), len(soup("td")))
print([[cell.text for cell in row.find_all("td")] for row in soup.select("table tr")])
for selector in ("ul.nav > li.on a", "a[href$=fish]", "#top ~ p b", "li:nth-of-type(2)", "li:not(.on) a", "td, b", "h1 + p", "a[rel~=next]"):
    print(selector, soup.select(selector))
print(soup.select_one("p.first").get_text(" ", strip=True), list(soup.p.stripped_strings), soup.p.string, repr(soup.p.contents[0]))
item = soup.li
print(item.find_next_sibling("li").a.text, item.find_parent("body").name, [parent.name for parent in item.parents], item.find_next("td").text)
print(soup.find(string=lambda text: isinstance(text, Comment)), type(soup.b.string) is NavigableString, soup.script.string, soup.img, soup.pre)
print(soup.ul.prettify())
tag = soup.new_tag("a", href="/new")
tag.string = "New & shiny"
soup.ul.find_all("li")[2].append(tag)
soup.b.replace_with("Monday")
soup.i.unwrap()
soup.table.decompose()
soup.h1["class"] = ["big", "red"]
del soup.h1["id"]
soup.h1.string = "Changed"
print(soup.h1, soup.ul, soup.p, soup.table)
for wrong in (lambda: soup.find_all("a").text, lambda: soup.a["none"], lambda: soup.find("none").text):
    try:
        wrong()
    except (AttributeError, KeyError) as error:
        print(type(error).__name__, error)
print(BeautifulSoup("<p>one<p>two<li>three</b>", "html.parser"), BeautifulSoup("<p>한글</p>".encode(), "html.parser").p.text)
