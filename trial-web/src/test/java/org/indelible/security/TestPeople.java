package org.indelible.security;

import java.util.List;
import java.util.Optional;
import org.indelible.authority.Role;

/** People for tests, one role each. */
public final class TestPeople {
    private TestPeople() {}

    public static SignedInPerson as(Role role) {
        RoleGrant grant = RoleGrant.of(
                "grant-1", role, "Test Organisation", Optional.empty(), Optional.empty(), Optional.empty());
        return new SignedInPerson("tester", "T. Ester", false, grant, List.of(grant), "sign-in-1");
    }
}
