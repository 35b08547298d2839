"""claimcheck: where news articles disagree on a figure."""

__version__ = "0.1.0"
