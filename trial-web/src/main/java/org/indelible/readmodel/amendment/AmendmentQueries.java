package org.indelible.readmodel.amendment;

import static org.indelible.readmodel.AsOfSql.holds;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.ProvenanceColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The amendments of a trial. */
@Repository
public class AmendmentQueries {
    private static final String SELECT =
            """
            select a.*, s.status, s.shown_at, %s, %s
            from read.amendment a
            join read.entry e on e.ledger = a.trial and e.leaf_index = a.valid_from
            join read.amendment_status s on s.trial = a.trial and s.amendment = a.amendment and %s
            left join read.entry d on s.status <> 'submitted' and d.ledger = s.trial and d.leaf_index = s.valid_from
            where a.trial = :trial and a.valid_from < :size order by a.valid_from desc
            """.formatted(ProvenanceColumns.of("e"), ProvenanceColumns.of("d"), holds("s"));

    private final JdbcClient jdbc;

    AmendmentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest first. */
    public List<AmendmentRow> amendments(AsOf asOf) {
        return AsOfSql.query(jdbc, SELECT, asOf)
                .query((row, number) -> {
                    long shownAt = row.getLong("shown_at");
                    return new AmendmentRow(
                            row.getString("amendment"),
                            row.getString("from_build"),
                            row.getString("build"),
                            row.getString("protocol_version"),
                            row.getString("name"),
                            Optional.ofNullable(row.getString("training")),
                            Optional.ofNullable(row.getString("consent_version")),
                            row.getBoolean("reconsent"),
                            row.getString("status"),
                            row.getObject("shown_at") == null ? OptionalLong.empty() : OptionalLong.of(shownAt),
                            ProvenanceColumns.read(row, "e"),
                            ProvenanceColumns.readOptional(row, "d"));
                })
                .list();
    }

    public Optional<AmendmentRow> amendment(AsOf asOf, String id) {
        return amendments(asOf).stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
