"""Scripts for those who build, run and test kbeditor from a checkout; none of them is shipped."""
