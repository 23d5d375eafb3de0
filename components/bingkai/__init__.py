"""What stands around every page: title, filters, navigation, version, sources, buttons."""
