"""What this program changed, noted on this machine, so that it can be seen and taken back."""
