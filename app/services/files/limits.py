"""The sizes at which a file, a record or a field is refused, in one place so that tests and screens agree."""

from __future__ import annotations

from typing import Final

MIB: Final = 1024 * 1024

MAX_FIELD_CHARS: Final = MIB
"""One cell, one JSON text or one mail body; longer is rejected as too large, never cut."""

MAX_KEY_CHARS: Final = 400
"""A handle or the id of a thread: an index holds 2,700 bytes of it, and a longer one is no handle."""

MAX_NAME_CHARS: Final = 200
"""An author's name; whatever is longer is text in the wrong column, and is kept whole in ``extra``."""

MAX_CONTACT_CHARS: Final = 320
"""An e-mail address at its longest; telephones and documents are shorter."""

MAX_RECORD_BYTES: Final = 8 * MIB
"""One CSV record or one JSON element, all fields together."""

MAX_TEXT_FILE_BYTES: Final = 64 * 1024 * MIB
"""CSV, JSON, JSON Lines, mbox: read as a stream, so this only stops an endless file."""

MAX_WORKBOOK_BYTES: Final = 256 * MIB
"""A spreadsheet as it lies on disk."""

MAX_WORKBOOK_INFLATED_BYTES: Final = 1024 * MIB
"""All members of a spreadsheet's archive together, after inflating."""

MAX_SHEET_XML_BYTES: Final = 768 * MIB
"""One member of a spreadsheet's archive, after inflating."""

MAX_ARCHIVE_MEMBERS: Final = 4096
MAX_ARCHIVE_RATIO: Final = 400
"""Inflated size divided by stored size, looked at only above :data:`RATIO_FREE_BYTES`; real sheets stay below 60."""

RATIO_FREE_BYTES: Final = 32 * MIB

MAX_SHEET_CELLS: Final = 12_000_000
"""Rows times columns of one sheet; the reader holds a sheet as one block (about 30 bytes a cell)."""

MAX_MAIL_BYTES: Final = 96 * MIB
"""One e-mail with its attachments as sent (base64 adds a third)."""

MAX_ATTACHMENT_BYTES: Final = 25 * MIB
"""Above this an attachment is named, its content is not kept."""

MAX_RAW_BYTES: Final = MIB
"""Above this the original bytes of an e-mail are not kept with the mention."""

MAX_CHAT_BYTES: Final = 64 * MIB
"""The text of one exported conversation; the program itself exports 40,000 messages at most."""

MAX_CHAT_MEMBERS: Final = 50_000
"""Files in a conversation's archive; each is read alone and up to the limit of one file."""

MAX_HTML_CHARS: Final = 4 * MIB
MAX_MAIL_PARTS: Final = 1000
MAX_EXCERPT_CHARS: Final = 200
SAMPLE_ROWS: Final = 200
"""Rows looked at to guess columns and date form."""

FILE_CODES: Final = (
    "file_missing",
    "file_unreadable",
    "file_empty",
    "file_binary",
    "file_too_large",
    "file_zip_bomb",
    "file_truncated_archive",
    "file_archive",
    "file_not_a_table",
    "file_password_protected",
    "file_no_such_sheet",
    "file_reader_died",
    "mapping_unreadable",
    "mapping_without_text",
    "mapping_without_date",
    "mapping_unknown_column",
    "mapping_unknown_zone",
    "mapping_unknown_channel",
)
"""Every code of a ``UserError`` that this package raises; views hold one sentence for each."""

DETAIL_CODES: Final = (
    "columns",
    "date",
    "encoding",
    "field_too_large",
    "json",
    "mail",
    "no_date",
    "no_text",
    "own_message",
    "not_an_object",
    "record_too_large",
    "truncated",
    "unclosed_quote",
)
"""Every first word of ``RejectedRow.detail`` ("columns: 9/7", "date: 31/02/2017", "truncated")."""
