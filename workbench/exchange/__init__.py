"""Workbooks in and out, read safely and written without surprises."""
