@echo off
rem A double click opens Look Twice; `start.bat tests` and other words are passed on.
setlocal
set python=py -3
where py >nul 2>nul && goto open
set python=python
where python >nul 2>nul && goto open
echo Look Twice needs Python 3.11 or newer, and no Python was found.
echo What to do: install Python from python.org, then double-click this file again.
pause
exit /b 1

:open
%python% "%~dp0start.py" %*
set code=%errorlevel%
rem Without this the sentence would vanish with its window.
if not %code%==0 pause
exit /b %code%
