"""Newsletters and press statements."""

from email.message import EmailMessage

import pytest

from crosswire.model import Article, Skipped
from crosswire.sources.mail import read_mail

TEXT = (
    "The two delegations met in the harbour town of Vale on Monday and agreed on a list of names for the exchange.\n\n"
    "“We will return when the other side has answered,” said Ada Vale, who leads the delegation. She added that the "
    "list was not complete and that it would be sent to both of the capitals before the end of the week.\n\n"
    "The next round of the talks is expected to be held in two weeks, if the fighting in the north stops by then."
)
HTML = "<html><body>" + "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n")) + "</body></html>"


def message(plain: str | None = TEXT, html: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "The Courier <news@courier.example>"
    mail["Subject"] = "Talks resume in Vale – live"
    mail["Date"] = "Sat, 03 May 2031 23:30:00 +0200"
    mail.set_content(plain or "")
    if html:
        mail.add_alternative(html, subtype="html")
    return mail


def read(mail: EmailMessage | bytes) -> list[Article | Skipped]:
    return list(read_mail(mail if isinstance(mail, bytes) else mail.as_bytes(), "a.eml", ()))


@pytest.mark.parametrize(
    "mail", [message(), message("View this mail in your browser.", HTML)], ids=["plain", "html-beside-a-stub"]
)
def test_a_mail_is_a_report(mail: EmailMessage) -> None:
    (article,) = read(mail)
    assert isinstance(article, Article)
    assert (article.title, article.outlet) == ("Talks resume in Vale – live", "The Courier")
    assert str(article.published) == "2031-05-03"
    assert "“We will return" in " ".join(span.of(article.text) for span in article.spans("body"))
    assert article.text.startswith("Talks resume in Vale")


def test_readable_attachments_are_read_and_office_files_named() -> None:
    mail = message()
    mail.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="statement.txt")
    mail.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename="minutes.docx")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    found = read(mail)
    assert [type(item) for item in found] == [Article, Article, Skipped]
    assert [item.location for item in found][1:] == ["a.eml!statement.txt", "a.eml!minutes.docx"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"From: x\nSubject: y\n\n",
        b"Content-Type: multipart/mixed; boundary=\n\nx",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 50,
        b"Content-Type: text/plain; charset=no-such\nSubject: =?utf-8?b?////?=\n\nshort",
        b"From: " + b"<" * 5_000 + b"\nDate: 99 Foo 99999\n\nshort",
        b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!!",
        b"\n".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d" % (n, n) for n in range(500)),
    ],
    ids=["empty", "no-body", "no-boundary", "nested", "bad-charset", "bad-address", "bad-base64", "deep"],
)
def test_broken_mail_is_skipped(data: bytes) -> None:
    found = read(data)
    assert found
    assert all(isinstance(item, Skipped) for item in found)


def test_unknown_charsets_are_guessed() -> None:
    head = b"From: The Courier <news@courier.example>\nSubject: Talks\nContent-Type: text/plain; charset=x-unknown\n\n"
    (article,) = read(head + TEXT.encode())
    assert isinstance(article, Article)
    assert "“We will" in article.text
