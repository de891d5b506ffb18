"""Hits and records as the command line tells them: in Thai, in Buddhist Era, each value with its sentence."""
