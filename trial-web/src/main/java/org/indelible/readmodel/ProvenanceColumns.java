package org.indelible.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads a {@link Provenance} from a row of {@code read.entry} that a query joins. */
public final class ProvenanceColumns {
    private ProvenanceColumns() {}

    /** The columns of the entry with this alias, under names of their own. */
    public static String of(String alias) {
        return "%1$s.leaf_index as %1$s_leaf_index, %1$s.leaf_hash as %1$s_leaf_hash, %1$s.actor as %1$s_actor, "
                        .formatted(alias)
                + "%1$s.role as %1$s_role, %1$s.organisation as %1$s_organisation, %1$s.site as %1$s_site, "
                        .formatted(alias)
                + "%1$s.entered_at as %1$s_entered_at, %1$s.recorded_at as %1$s_recorded_at, %1$s.source as %1$s_source"
                        .formatted(alias);
    }

    public static Provenance read(ResultSet row, String alias) throws SQLException {
        return new Provenance(
                row.getLong(alias + "_leaf_index"),
                row.getString(alias + "_leaf_hash"),
                row.getString(alias + "_actor"),
                row.getString(alias + "_role"),
                row.getString(alias + "_organisation"),
                Optional.ofNullable(row.getString(alias + "_site")),
                Optional.ofNullable(row.getString(alias + "_entered_at")).map(OffsetDateTime::parse),
                row.getObject(alias + "_recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString(alias + "_source")).map(Originator::of));
    }

    /** Of an entry joined by a left join; empty where there is none. */
    public static Optional<Provenance> readOptional(ResultSet row, String alias) throws SQLException {
        return row.getString(alias + "_leaf_hash") == null ? Optional.empty() : Optional.of(read(row, alias));
    }
}
