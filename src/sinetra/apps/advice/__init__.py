"""Questions to the Tim Netralitas without a name, and the library of opinions that grow from them."""
