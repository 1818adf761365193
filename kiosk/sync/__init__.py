"""Carries the booth's facts to the centre and the centre's changes back."""
