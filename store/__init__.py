"""The log and what may stand in it. Imports nothing of ours; everything else imports this."""
