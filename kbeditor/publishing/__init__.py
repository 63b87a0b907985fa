"""From a library to what is published: plan, build, verify."""
