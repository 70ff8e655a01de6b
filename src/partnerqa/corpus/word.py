"""Word files (.docx) to blocks: headings, quotations and captions by their styles."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from partnerqa.corpus.layout import BlockKind, Layout, LayoutBuilder
from partnerqa.errors import CorpusError

_HEADING = re.compile(r"(?i)(?:heading|titre)\s*(\d)")


def word_layout(data: bytes, path: str) -> Layout:
    """The blocks of a Word file. Raises CorpusError for one that is not or is damaged."""
    try:
        file = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise CorpusError(path, 1, "is no Word file (.docx), or is damaged") from error
    builder = LayoutBuilder()
    marked = False
    for content in file.iter_inner_content():
        if not isinstance(content, Paragraph):
            for words in _cells(content):
                builder.add(words)
            continue
        kind, level = _kind(content)
        marked = marked or kind is BlockKind.HEADING
        builder.add(content.text.strip(), kind, level, _links(content))
    layout = builder.build(title=file.core_properties.title or None, marked=marked)
    if not layout.blocks:
        raise CorpusError(path, 1, "has no words to read; expected paragraphs")
    return layout


def _cells(table: Table) -> Iterator[str]:
    """The text of each cell of a table, by row; a cell that spans several is told once a row."""
    for row in table.rows:
        for cell in dict.fromkeys(row.cells):
            yield "\n".join(paragraph.text for paragraph in cell.paragraphs).strip()


def _kind(paragraph: Paragraph) -> tuple[BlockKind, int]:
    style = paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""
    heading = _HEADING.match(style)
    if heading is not None:
        return BlockKind.HEADING, int(heading.group(1)) + 1
    if style in {"Title", "Titre"}:
        return BlockKind.HEADING, 1
    if "quote" in style.lower() or "citation" in style.lower():
        return BlockKind.QUOTATION, 0
    if "caption" in style.lower() or "légende" in style.lower():
        return BlockKind.CAPTION, 0
    return (BlockKind.ITEM, 0) if style.startswith("List") else (BlockKind.PARAGRAPH, 0)


def _links(paragraph: Paragraph) -> tuple[tuple[int, int, str], ...]:
    shift = len(paragraph.text) - len(paragraph.text.lstrip())
    found: list[tuple[int, int, str]] = []
    position = 0
    for item in paragraph.iter_inner_content():
        end = position + len(item.text)
        url = getattr(item, "url", "")
        if url:
            found.append((max(0, position - shift), end - shift, url))
        position = end
    return tuple(found)
