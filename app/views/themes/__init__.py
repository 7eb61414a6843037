"""What people talk of this week far more than in the weeks before."""
