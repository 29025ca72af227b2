"""What people are told, in their language: messages with parameters, and the choice of the language."""
