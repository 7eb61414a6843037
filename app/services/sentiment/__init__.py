"""The sentiment of a Portuguese text without network: a small model over the word lists, and a team's corrections.

What others use: ``reader.sentiment_reader()`` gives the shipped ``SentimentReader`` with ``read_many(texts)``, a list
of ``Reading(sentiment, confidence, words)``; ``adaptation.Adaptation.fit(texts, labels, base)`` learns from confirmed
sentiments, ``to_bytes`` and ``from_bytes`` keep it (``learned_model``, key ``sentiment``), ``read_many(texts, base)``
reads with it. ``fit`` takes seconds and belongs in the child process.
"""
