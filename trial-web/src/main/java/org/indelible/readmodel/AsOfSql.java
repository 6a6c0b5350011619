package org.indelible.readmodel;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Conditions and parameters that queries as of a point share. */
public final class AsOfSql {
    private AsOfSql() {}

    /** The fact of the row with this alias holds at the point. */
    public static String holds(String alias) {
        return "%1$s.valid_from < :size and (%1$s.valid_to is null or %1$s.valid_to >= :size)".formatted(alias);
    }

    /**
     * The reader may see the participant of the row with this alias: by the site they are or were at, or because it is they. A site
     * keeps access to what it entered.
     */
    public static String visible(String alias) {
        return """
               (cast(:participantOnly as text) is null or %1$s.participant = :participantOnly)
               and (cast(:sites as text[]) is null or exists (
                   select from read.participant_site vs
                   where vs.trial = %1$s.trial and vs.participant = %1$s.participant
                     and vs.valid_from < :size and vs.site = any (:sites)))
               """.formatted(alias);
    }

    /** A query with {@code :trial} and {@code :size}. */
    public static StatementSpec query(JdbcClient jdbc, String sql, AsOf asOf) {
        return jdbc.sql(sql).param("trial", asOf.trial()).param("size", asOf.treeSize());
    }

    /** A query with the parameters of {@link #visible} too. */
    public static StatementSpec query(JdbcClient jdbc, String sql, AsOf asOf, Visibility visibility) {
        return query(jdbc, sql, asOf)
                .param("participantOnly", visibility.participant().orElse(null))
                .param("sites", visibility.sites().map(AsOfSql::array).orElse(null));
    }

    private static String[] array(Set<String> sites) {
        return sites.toArray(String[]::new);
    }
}
