"""The Review page: what most needs checking, one after the other."""
