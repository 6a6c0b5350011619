package org.indelible.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.authority.Role;
import org.indelible.authority.Side;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.security.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was taken out of a trial, newest first. Inspectors see all of it; the sponsor sees what inspectors did not take; everybody else sees
 * their own: what an inspector looks at is nobody else's business.
 */
@Repository
class ExportLog {
    private static final String SELECT = """
            select x.account, e.role, x.what, x.format, x.scope, x.filter_digest, x.tree_size, x.checkpoint_size,
                   e.recorded_at, x.valid_from
            from read.export x join read.entry e on e.ledger = 'platform' and e.leaf_index = x.valid_from
            where x.trial = :trial and (cast(:account as text) is null or x.account = :account)
              and (cast(:hidden as text[]) is null or not (e.role = any (:hidden)))
            order by x.valid_from desc limit :limit
            """;

    private static final String[] INSPECTORS = {Role.INSPECTOR.name(), Role.UNBLINDED_INSPECTOR.name()};

    private final JdbcClient jdbc;
    private final AccountQueries accounts;
    private final DisclosedTexts texts;

    ExportLog(JdbcClient jdbc, AccountQueries accounts, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.texts = texts;
    }

    List<ExportRow> rows(String trial, SignedInPerson reader, int limit) {
        List<Stored> stored = jdbc.sql(SELECT)
                .param("trial", trial)
                .param("account", onlyOwn(reader) ? reader.username() : null)
                .param("hidden", hidden(reader))
                .param("limit", limit)
                .query(Stored::read)
                .list();
        Map<String, String> names =
                accounts.names(stored.stream().map(Stored::account).collect(Collectors.toSet()));
        DisclosedTexts.Reading reading = texts.read(
                LedgerStore.PLATFORM,
                Visibility.pseudonymous(),
                stored.stream().flatMap(row -> row.filter().stream()).toList());
        return stored.stream().map(row -> row.shown(names, reading)).toList();
    }

    private static boolean onlyOwn(SignedInPerson reader) {
        return reader.role().side() == Side.SITE || reader.role().side() == Side.PARTICIPANT;
    }

    private static String @Nullable [] hidden(SignedInPerson reader) {
        boolean inspects = reader.role() == Role.INSPECTOR || reader.role() == Role.UNBLINDED_INSPECTOR;
        return inspects || onlyOwn(reader) ? null : INSPECTORS;
    }

    private record Stored(
            String account,
            String role,
            String what,
            String format,
            String scope,
            Optional<StoredText> filter,
            long treeSize,
            long checkpointSize,
            OffsetDateTime at,
            long entry) {
        static Stored read(ResultSet row, int number) throws SQLException {
            long entry = row.getLong("valid_from");
            return new Stored(
                    row.getString("account"),
                    row.getString("role"),
                    row.getString("what"),
                    row.getString("format"),
                    row.getString("scope"),
                    Optional.ofNullable(row.getString("filter_digest"))
                            .map(digest -> StoredText.freeText(entry, Optional.of(digest))),
                    row.getLong("tree_size"),
                    row.getLong("checkpoint_size"),
                    row.getObject("recorded_at", OffsetDateTime.class),
                    entry);
        }

        ExportRow shown(Map<String, String> names, DisclosedTexts.Reading reading) {
            String chosen =
                    filter.map(reading::present).flatMap(Disclosable::present).orElse(scope);
            return new ExportRow(
                    account,
                    names.getOrDefault(account, account),
                    role,
                    what,
                    format,
                    chosen,
                    treeSize,
                    checkpointSize,
                    at.toInstant(),
                    entry);
        }
    }
}
