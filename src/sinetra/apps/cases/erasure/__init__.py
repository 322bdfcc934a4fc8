"""What is erased of matters and reports when their time is over, and the certificate that says so."""
