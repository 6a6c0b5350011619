package org.indelible.authority;

/** Whether the actor's role holds where the command is aimed. */
public enum Standing {
    IN_FORCE,
    ACCOUNT_NOT_ACTIVE,
    ROLE_NOT_HELD,
    TEST_TRIALS_ONLY,
    MIGRATION_NOT_AUTHORISED
}
