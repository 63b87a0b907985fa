"""kbeditor: write, translate and publish a help centre."""

__version__ = "0.1.0"
