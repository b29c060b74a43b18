"""The rules about English words, a module a family, and what in an English sentence lets a match pass."""
