package org.indelible.readmodel.casebook;

import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A casebook entry by entry: the points just after the entries before and after the one that was its last at a point. */
@Repository
public class CasebookSteps {
    private static final String SELECT = """
        select (select max(p.leaf_index) from read.entry p
                where p.ledger = :trial and p.participant = :key and p.leaf_index < (
                    select max(l.leaf_index) from read.entry l
                    where l.ledger = :trial and l.participant = :key and l.leaf_index < :size)) as before,
               (select min(n.leaf_index) from read.entry n
                where n.ledger = :trial and n.participant = :key and n.leaf_index >= :size) as after,
               (select count(*) from read.entry c
                where c.ledger = :trial and c.participant = :key and c.leaf_index < :size) as number,
               (select count(*) from read.entry c where c.ledger = :trial and c.participant = :key) as of
        """;

    private final JdbcClient jdbc;

    CasebookSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param before tree size at which the casebook had one entry less
     * @param after tree size at which it has one more
     * @param number of the entry that was its last
     * @param of entries it has now
     */
    public record Steps(Optional<Long> before, Optional<Long> after, long number, long of) {}

    /** Of a participant that the reader may see. */
    public Steps at(AsOf asOf, String participant) {
        return AsOfSql.query(jdbc, SELECT, asOf)
                .param("key", participant)
                .query((row, number) -> new Steps(
                        Optional.ofNullable(row.getObject("before", Long.class)).map(entry -> entry + 1),
                        Optional.ofNullable(row.getObject("after", Long.class)).map(entry -> entry + 1),
                        row.getLong("number"),
                        row.getLong("of")))
                .single();
    }
}
