"""All IKU of an OPD and a year: overview, predikat, sasaran, values on their own scale."""
