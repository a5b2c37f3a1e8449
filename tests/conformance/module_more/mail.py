"""email: messages built, written, parsed; headers, parts, addresses."""
import email
from email import policy
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.parser import BytesParser, Parser
from email.utils import format_datetime, formataddr, parseaddr, parsedate_to_datetime

message = EmailMessage()
message["Subject"] = "Grüße aus Köln"
message["From"] = "Ann Example <ann@example.org>"
message["To"] = "bob@example.org, Carl <carl@example.org>"
message.set_content("Hello,\n\nthis is the text – with a dash.\n")
print(message.as_string())
message.add_alternative("<p>Hello</p>", subtype="html")
message.add_attachment(b"\x00\x01data", maintype="application", subtype="octet-stream", filename="data.bin")
print(message.get_content_type(), message.is_multipart(), [part.get_content_type() for part in message.walk()])
print(message["to"].addresses[1].display_name, message["subject"], message.get_body(("plain",)).get_content()[:5])
print([(part.get_filename(), part.get_content()) for part in message.iter_attachments()])
parsed = Parser(policy=policy.default).parsestr("From: a@b.c\nSubject: =?utf-8?q?caf=C3=A9?=\nX-Twice: 1\nX-Twice: 2\n\nbody line\n")
print(parsed["subject"], parsed.get_all("x-twice"), parsed.get_content(), parsed["nothing"], parsed.keys())
old = email.message_from_bytes(b"Content-Type: text/plain; charset=latin-1\nContent-Transfer-Encoding: base64\n\nZ3L832U=\n")
print(old.get_payload(decode=True), old.get_content_charset(), old.get_params())
multi = MIMEMultipart("mixed", boundary="BOUNDARY")
multi.attach(MIMEText("plain", "plain", "utf-8"))
multi["Subject"] = "parts"
print(multi.as_string())
print(parseaddr("Ann B <ann@x.org>"), formataddr(("Ä", "a@x.org")), parsedate_to_datetime("Mon, 05 Feb 2024 10:00:00 +0100"))
print(format_datetime(parsedate_to_datetime("Mon, 05 Feb 2024 10:00:00 -0000")))
