package org.indelible.certification;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.authority.Targeted;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.indelible.shared.StreamId;

/** What is asked of the installation's certificate authority. */
public sealed interface CertificationCommand extends Targeted {

    @Override
    @TargetAggregateIdentifier
    default StreamId stream() {
        return StreamId.ofCertification();
    }

    /**
     * Another authority takes its place.
     *
     * @param since number of platform entries that there are: keys are certified under the new root from that leaf index on
     * @param previous base64 of the old root certificate in DER
     * @param root base64 of the new one
     * @param lost whether the old authority's key is lost
     * @param orderedBy the administrator who says so; it is the platform that is held to it
     */
    record RotateAuthority(long since, String previous, String root, boolean lost, AccountId orderedBy, Reason reason)
            implements CertificationCommand {}
}
