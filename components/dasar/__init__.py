"""Elements that know no page: text, tables, figures, theme."""
