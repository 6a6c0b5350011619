-- Generators of one-time codes. The secret is encrypted under a key of the key vault: who reads this table makes no codes.
CREATE TABLE one_time_code (
    account    text PRIMARY KEY REFERENCES account_credential,
    secret     bytea       NOT NULL,
    confirmed  boolean     NOT NULL DEFAULT false,
    last_step  bigint      NOT NULL DEFAULT 0,
    failures   integer     NOT NULL DEFAULT 0 CHECK (failures >= 0),
    made_at    timestamptz NOT NULL
);

-- Each counts once in place of a code; 80 random bits, so that their hashes need no salt against guessing.
CREATE TABLE recovery_code (
    account    text  NOT NULL REFERENCES account_credential,
    code_hash  bytea NOT NULL,
    PRIMARY KEY (account, code_hash)
);
