package org.indelible.authority;

import org.indelible.shared.DomainRefusal;

/** Who may start which import. What it may then do is decided row by row, like any other command. */
public final class ImportRights {
    private ImportRights() {}

    /** Lets it begin, or refuses with a stable code: nobody but a site brings in data of a site as its own (R44). */
    public static void require(ImportPurpose purpose, Role role) {
        if (!permits(purpose, role)) {
            throw refusal(purpose, role);
        }
    }

    public static boolean permits(ImportPurpose purpose, Role role) {
        return switch (purpose) {
            case SITE -> role.side() == Side.SITE;
            case TRANSFER, MIGRATION -> role == Role.DATA_MANAGER;
        };
    }

    private static DomainRefusal refusal(ImportPurpose purpose, Role role) {
        return purpose == ImportPurpose.SITE && role.side() == Side.SPONSOR
                ? Refusals.siteDataBelongsToSite()
                : Refusals.actNotPermitted();
    }
}
