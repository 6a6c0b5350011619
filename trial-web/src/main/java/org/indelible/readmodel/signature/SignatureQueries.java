package org.indelible.readmodel.signature;

import java.util.Collection;
import java.util.List;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;

public interface SignatureQueries {
    /** A participant's signatures, newest first. */
    List<SignatureRow> signatures(AsOf asOf, Visibility visibility, String participant);

    /** Signatures of these participants, newest first. */
    List<SignatureRow> signatures(AsOf asOf, Visibility visibility, Collection<String> participants);

    /** Signatures of these participants that have gone stale and were not renewed. */
    List<StaleSignature> stale(AsOf asOf, Visibility visibility, Collection<String> participants);
}
