"""What can be recorded, declared once: the words of the field. Declarations only; nothing here reads or writes."""
