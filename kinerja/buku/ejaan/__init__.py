"""One spelling for one name: which name stands, rows and parts rewritten to it, doubles and look-alikes named."""
