"""Profiles and preferences: one file that people edit, too."""
