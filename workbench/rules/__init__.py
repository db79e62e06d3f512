"""Dated rules from resources, and what follows from them: findings with reasons."""
