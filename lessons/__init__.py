"""Classroom material made from the stories."""
