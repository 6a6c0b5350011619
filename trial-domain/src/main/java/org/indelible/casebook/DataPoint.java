package org.indelible.casebook;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;

/**
 * A data point as it stands.
 *
 * @param value text exactly as entered, where this reader has it; empty with a null flavour or when cleared
 * @param verified the version last compared with the source; lapsed where it is not the present one
 */
public record DataPoint(
        Version version,
        Disclosable<Optional<String>> value,
        Optional<NullFlavour> nullFlavour,
        Optional<String> unitOid,
        Origin origin,
        boolean active,
        Optional<Version> verified) {

    static DataPoint of(RecordedItem item, Origin origin, long seq) {
        return new DataPoint(
                new Version(seq), item.value(), item.nullFlavour(), item.unitOid(), origin, true, Optional.empty());
    }

    DataPoint corrected(CorrectedItem item, Origin newOrigin, long seq) {
        return new DataPoint(
                new Version(seq), item.value(), item.nullFlavour(), item.unitOid(), newOrigin, true, verified);
    }

    DataPoint inactivated(long seq) {
        return new DataPoint(new Version(seq), value, nullFlavour, unitOid, origin, false, verified);
    }

    DataPoint verifiedAt(Version at) {
        return new DataPoint(version, value, nullFlavour, unitOid, origin, active, Optional.of(at));
    }

    /** Whether the present version has been compared with the source. */
    public boolean isVerified() {
        return verified.filter(version::equals).isPresent();
    }

    /** Whether it already holds this; unknown content (erased, withheld) never counts as the same. */
    boolean holds(ItemContent content) {
        if (!active) {
            return false;
        }
        return switch (content) {
            case ItemContent.Value given ->
                nullFlavour.isEmpty()
                        && unitOid.equals(given.unitOid())
                        && value.present()
                                .filter(Optional.of(given.text())::equals)
                                .isPresent();
            case ItemContent.Absent absent -> nullFlavour.equals(Optional.of(absent.flavour()));
            case ItemContent.Cleared cleared ->
                nullFlavour.isEmpty()
                        && value.present().filter(Optional::isEmpty).isPresent();
        };
    }
}
