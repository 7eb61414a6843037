"""The results of the search, and what its box offers while somebody types."""
