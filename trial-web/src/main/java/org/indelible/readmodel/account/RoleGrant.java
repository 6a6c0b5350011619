package org.indelible.readmodel.account;

import java.util.Optional;
import org.indelible.readmodel.Provenance;

/**
 * @param grant id issued by the server; what a revocation refers to
 * @param trial absent for every trial
 * @param site absent for all sites of the trial
 * @param participant for the role of participant: whose casebook it is
 * @param revoked absent while it is held
 */
public record RoleGrant(
        String account,
        String grant,
        String role,
        String organisation,
        Optional<String> trial,
        Optional<String> site,
        Optional<String> participant,
        Provenance granted,
        Optional<Provenance> revoked) {}
