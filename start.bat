@echo off
rem A double click opens Look Twice; `start.bat tests` and other words are passed on.
cd /d "%~dp0"
where py >nul 2>nul
if %errorlevel%==0 (
    py -3 start.py %*
) else (
    where python >nul 2>nul
    if errorlevel 1 (
        echo Look Twice needs Python 3.11 or newer, and no Python was found.
        echo What to do: install Python from python.org, then double-click this file again.
        pause
        exit /b 1
    )
    python start.py %*
)
if errorlevel 1 pause
