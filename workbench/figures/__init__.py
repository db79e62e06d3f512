"""Descriptions of maps and charts, free of any drawing library."""
