"""What claimcheck is measured with: ``python -m benchmarks.numbers``, ``python -m benchmarks.run``. Not installed."""
