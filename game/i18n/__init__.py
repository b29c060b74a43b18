"""Words in the player's language: gettext catalogues for screens and stories."""
