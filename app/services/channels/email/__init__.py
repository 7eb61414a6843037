"""E-mail: mailboxes read over IMAP, answers sent over SMTP; empty, so that its kind is known without its libraries."""
