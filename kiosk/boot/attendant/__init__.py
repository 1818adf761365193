"""Joins the attendant's window to the desk: one module for each page, and the road they share."""
