"""What is found about an account, from the rule that finds it to the row that is kept: one file each."""
