"""The whole path, read to verdict, in one process. Runs in the environment of the claimcheck that is measured.

``python whole.py`` reads one line ``{"texts", "lang"}`` and prints the bytes of UTF-8 that it does in a second of
processor time, in the best of a few rounds.
"""

from __future__ import annotations

import gc
import json
import sys
import time

from claimcheck.model import Article
from claimcheck.pipeline import clustered, compared, extracted, report

ROUNDS = 5


def main() -> None:
    """Answers the line on standard input."""
    gc.set_threshold(200_000, 50, 1_000)  # as the command does
    given = json.loads(sys.stdin.readline())
    articles = [Article(id=f"a{n}", file=f"{n}.txt", text=text, lang=given["lang"])
                for n, text in enumerate(given["texts"])]
    print(sum(len(article.text.encode()) for article in articles) / min(_seconds(articles) for _ in range(ROUNDS)))


def _seconds(articles: list[Article]) -> float:
    begun = time.process_time()
    report(compared(clustered(extracted(iter(articles)))))
    return time.process_time() - begun


if __name__ == "__main__":
    main()
