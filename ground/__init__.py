"""The ground every room stands on: errors, settings, logs, text."""
