"""A single file packed by gzip: ``article.html.gz``."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from claimcheck.readers.blob import Blob
from claimcheck.readers.notice import Tell


def read(blob: Blob, tell: Tell) -> Iterator[Blob]:
    """The file within, under the packed name without ``.gz``."""
    yield blob.inner(PurePosixPath(blob.name).stem, lambda: cast(BinaryIO, gzip.GzipFile(fileobj=blob.open())), {})
