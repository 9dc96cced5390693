@echo off
rem Starts roster on Windows. ROSTER_JAVA_OPTIONS are options of the Java virtual machine.
rem It does not find out which streams lead to a terminal: all are taken for pipes.
setlocal
set "ROSTER_CMD_JAVA=java"
if defined JAVA_HOME set "ROSTER_CMD_JAVA=%JAVA_HOME%\bin\java"
"%ROSTER_CMD_JAVA%" @OPTIONS@ %ROSTER_JAVA_OPTIONS% -cp "%~dp0..\lib\@JAR@" @MAIN@ %*
exit /b %ERRORLEVEL%
