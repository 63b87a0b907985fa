"""A folder of Markdown files, planned as categories, articles, texts and attachments."""
