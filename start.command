#!/bin/sh
# A double click opens Look Twice on macOS (and on desktops that run such files).
cd "$(dirname "$0")" || exit 1
if ! command -v python3 >/dev/null 2>&1; then
    echo "Look Twice needs Python 3.11 or newer, and no Python was found."
    echo "What to do: install Python from python.org, then double-click this file again."
    printf "Press Enter to close. "
    read -r _
    exit 1
fi
python3 start.py "$@" || {
    code=$?
    # Without a terminal of one's own the sentence would vanish with its window.
    if [ -t 0 ]; then
        printf "Press Enter to close. "
        read -r _
    fi
    exit $code
}
