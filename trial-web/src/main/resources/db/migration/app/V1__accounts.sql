-- How a person proves who they are. Who the person is and what they may do are events, never rows here.
CREATE TABLE account_credential (
    account         text PRIMARY KEY,
    password_hash   text        NOT NULL,
    failures        integer     NOT NULL DEFAULT 0 CHECK (failures >= 0),
    locked_until    timestamptz,
    changed_at      timestamptz NOT NULL
);

-- Bearer tokens of the API. Only the SHA-256 of a token is kept: who reads this table can sign in as nobody.
CREATE TABLE api_token (
    token_hash  bytea PRIMARY KEY,
    account     text        NOT NULL REFERENCES account_credential,
    sign_in     text        NOT NULL UNIQUE,
    issued_at   timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL
);

CREATE INDEX api_token_expiry ON api_token (expires_at);
