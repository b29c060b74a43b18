"""Look Twice: stories about chats, played by helping a friend."""
