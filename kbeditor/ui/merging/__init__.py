"""The window in which two people's versions of one text become one."""
