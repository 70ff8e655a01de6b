"""HTML to blocks: what a reader of the page reads, without menus, banners, scripts and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from partnerqa.corpus.layout import BlockKind, Layout, LayoutBuilder
from partnerqa.errors import CorpusError

_DROPPED = frozenset(
    "script style noscript template nav footer aside form button select option input textarea svg "
    "iframe object embed canvas audio video picture img head dialog menu label".split()
)
_DROPPED_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar".split()
)
_FURNITURE = re.compile(
    r"(?i)(?:^|[\s_-])(?:cookies?|consent|gdpr|menu|nav|navbar|breadcrumbs?|sidebar|share|sharing"
    r"|social|newsletter|skip(?:-?link)?|site-?(?:header|footer)|banner|popup|modal|advert|related"
    r"|pagination|toolbar|screen-reader-text|visually-hidden|sr-only)(?:$|[\s_-])"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "p div section article main li dd dt td th tr table ul ol dl pre address header hgroup details "
    "summary figure figcaption blockquote body center fieldset legend h1 h2 h3 h4 h5 h6 hr tbody "
    "thead cite-block".split()
)
_MAIN = ("//main", "//*[@role='main']", "//article", "//*[@id='content' or @id='main']")
_NAMING = frozenset({"footer", "cite"})  # within a quotation they say whose it is
_SPACE = re.compile(r"[ \t\r\n\f]+")


def markup_layout(text: str, path: str) -> Layout:
    """The blocks of an HTML page. `path` is named in the CorpusError for a page without words."""
    root = _parse(text, path)
    builder = LayoutBuilder()
    for element in _content(root):
        _Walker(builder).walk(element)
    layout = builder.build(title=_title(root), language=_language(root))
    if not layout.blocks:
        raise CorpusError(path, 1, "has no words to read; expected an HTML page with paragraphs")
    return layout


def _parse(text: str, path: str) -> html.HtmlElement:
    # lxml refuses text that declares an encoding, though it is decoded already.
    without_declaration = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
    try:
        return html.document_fromstring(
            without_declaration.encode("utf-8", "replace"), parser=parser
        )
    except etree.ParserError as error:
        raise CorpusError(path, 1, "is empty; expected an HTML page") from error


def _content(root: html.HtmlElement) -> list[html.HtmlElement]:
    """The element that holds the page's own content, or the whole body."""
    body = root.find("body")
    body = root if body is None else body
    whole = len(body.text_content())
    for query in _MAIN:
        found = [
            element for element in root.xpath(query) if not _is_within(element, root.xpath(query))
        ]
        if found and sum(len(element.text_content()) for element in found) > 0.3 * whole:
            return found
    return [body]


def _is_within(element: html.HtmlElement, others: list[html.HtmlElement]) -> bool:
    return any(ancestor in others for ancestor in element.iterancestors())


def _title(root: html.HtmlElement) -> str | None:
    for query in ("//main//h1", "//article//h1", "//h1", "//title"):
        for element in root.xpath(query):
            words = _SPACE.sub(" ", element.text_content()).strip()
            if words:
                return words
    return None


def _language(root: html.HtmlElement) -> str | None:
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return language[:2].lower() if language else None


class _Walker:
    """Gathers inline text until a block element begins or ends, then hands it on."""

    def __init__(self, builder: LayoutBuilder) -> None:
        self._builder = builder
        self._parts: list[str] = []
        self._links: list[tuple[int, int, str]] = []
        self._length = 0
        self._kinds: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]

    def walk(self, element: html.HtmlElement) -> None:
        """Add every block below `element`. Iterative, so that no page is nested too deep."""
        # Each entry is an element to enter, or what to do on leaving one.
        stack: list[tuple[html.HtmlElement, bool, int]] = [(element, False, 0)]
        while stack:
            node, leaving, mark = stack.pop()
            if leaving:
                self._leave(node, mark)
                self._say(node.tail)
                continue
            if not isinstance(node.tag, str) or _is_dropped(node):
                self._say(node.tail if node is not element else None)
                continue
            mark = self._enter(node)
            stack.append((node, True, mark))
            self._say(node.text)
            stack.extend((child, False, 0) for child in reversed(node))
        self._flush()

    def _enter(self, node: html.HtmlElement) -> int:
        tag = str(node.tag)
        if tag in _BLOCKS or (tag in _NAMING and self._kinds[-1][0] is BlockKind.QUOTATION):
            self._flush()
            self._kinds.append(self._kind(tag))
        elif tag == "br":
            self._break()
        elif tag == "q":
            self._say("“")
        return self._length

    def _leave(self, node: html.HtmlElement, mark: int) -> None:
        tag = str(node.tag)
        if tag in _BLOCKS or (tag in _NAMING and self._in_quotation()):
            self._flush()
            self._kinds.pop()
        elif tag == "q":
            self._say("”")
        elif tag == "a" and node.get("href"):
            self._links.append((mark, self._length, node.get("href", "")))

    def _in_quotation(self) -> bool:
        """Whether the open block is one that names the speaker of the quotation around it."""
        kinds = [kind for kind, _ in self._kinds[-2:]]
        return kinds == [BlockKind.QUOTATION, BlockKind.CAPTION]

    def _kind(self, tag: str) -> tuple[BlockKind, int]:
        around = self._kinds[-1][0]
        if tag in _HEADINGS:
            return BlockKind.HEADING, _HEADINGS[tag]
        if tag == "figcaption" or (around is BlockKind.QUOTATION and tag in {"footer", "cite"}):
            return BlockKind.CAPTION, 0
        if tag == "blockquote" or around is BlockKind.QUOTATION:
            return BlockKind.QUOTATION, 0
        if around is BlockKind.CAPTION:
            return BlockKind.CAPTION, 0
        return (BlockKind.ITEM, 0) if tag == "li" else (BlockKind.PARAGRAPH, 0)

    def _break(self) -> None:
        """A line break; two in a row set paragraphs apart."""
        if self._parts and self._parts[-1] == "\n":
            self._parts.pop()
            self._flush()
        elif self._length:
            self._parts.append("\n")
            self._length += 1

    def _say(self, text: str | None) -> None:
        if not text:
            return
        words = _SPACE.sub(" ", text)
        last = self._parts[-1][-1:] if self._parts else " "
        if last in " \n":
            words = words.lstrip(" ")
        if words:
            self._parts.append(words)
            self._length += len(words)

    def _flush(self) -> None:
        text = "".join(self._parts)
        left = len(text) - len(text.lstrip())
        words = text.strip()
        kind, level = self._kinds[-1]
        links = tuple(_clipped(self._links, left, len(words)))
        if kind is BlockKind.HEADING:
            words = words.replace("\n", " ")
        self._builder.add(words, kind, level, links)
        self._parts, self._links, self._length = [], [], 0


def _clipped(
    links: list[tuple[int, int, str]], left: int, length: int
) -> Iterator[tuple[int, int, str]]:
    """`links` of a text from which `left` characters were cut before the `length` that stay."""
    for start, end, url in links:
        first, last = max(0, start - left), min(length, end - left)
        if first < last:
            yield first, last, url


def _is_dropped(node: html.HtmlElement) -> bool:
    tag = str(node.tag)
    if tag in _DROPPED:
        # A footer within a quotation names its speaker; a header or aside there is part of it.
        return not (tag == "footer" and any(a.tag == "blockquote" for a in node.iterancestors()))
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    if node.get("role") in _DROPPED_ROLES:
        return True
    if "display:none" in (node.get("style") or "").replace(" ", "").lower():
        return True
    if tag in {"body", "html", "main", "article"}:
        return False
    return _FURNITURE.search(f"{node.get('class') or ''} {node.get('id') or ''}") is not None
