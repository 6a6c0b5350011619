-- A password that an administrator set is known to two; its owner replaces it before anything else.
ALTER TABLE account_credential ADD COLUMN first boolean NOT NULL DEFAULT false;
