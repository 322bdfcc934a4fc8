"""Evidence as bytes: what a file tells besides its content, a copy without that, how alike two pictures are.

Nothing here reads or writes files, and nothing here is called on hostile bytes in the process of a server:
``ports.cleaner`` runs it in a process of its own with limits.
"""
