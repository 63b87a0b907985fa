"""Speed and memory, measured by hand with `make bench`; figures land in docs/performance.md."""
