"""YAML read with its places: nodes, fields, spans and findings, whatever the file is about."""
