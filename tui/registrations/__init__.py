"""Clients registered with any provider: the calls, and what must be kept between them.

There is no way to list registrations (RFC 7592), and none to get a lost token back: what is
kept here *is* the list.
"""
