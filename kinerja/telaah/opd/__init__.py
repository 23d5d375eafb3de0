"""One OPD at a glance, and several side by side."""
