"""Pages of the work of a receiving institution: the section on a matter's page, and one page a verb."""
