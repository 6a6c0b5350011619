package org.indelible.readmodel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccountQueries implements AccountQueries {
    /** Names of staff are shown to everybody who sees what they did; it is those of participants that are not. */
    private static final Visibility STAFF_NAMES = new Visibility(true, false, Optional.empty(), Optional.empty());

    private static final String ACCOUNTS = """
            select a.account, a.name_digest, a.organisation, a.demo, s.status, l.last_sign_in, %s from read.account a
            join read.account_status s on s.account = a.account and s.valid_to is null
            join read.entry e on e.ledger = 'platform' and e.leaf_index = a.valid_from
            left join lateral (
                select max(i.recorded_at) as last_sign_in from read.sign_in n
                join read.entry i on i.ledger = 'platform' and i.leaf_index = n.valid_from
                where n.account = a.account and n.outcome = 'succeeded') l on true
            where (cast(:accounts as text[]) is null or a.account = any (:accounts)) order by a.account
            """.formatted(ProvenanceColumns.of("e"));

    private static final String GRANTS = """
            select g.account, g.role_grant, g.role, g.organisation as of_organisation, g.trial, g.site as at_site,
                   g.participant, %s, %s from read.role_grant g
            join read.entry e on e.ledger = 'platform' and e.leaf_index = g.valid_from
            left join read.entry x on x.ledger = 'platform' and x.leaf_index = g.valid_to
            where (cast(:account as text) is null or g.account = :account)
              and (cast(:trial as text) is null or g.trial is null or g.trial = :trial)
            order by g.valid_from
            """.formatted(ProvenanceColumns.of("e"), ProvenanceColumns.of("x"));

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    JdbcAccountQueries(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public List<AccountRow> accounts() {
        return find(Optional.empty());
    }

    @Override
    public Optional<AccountRow> account(String account) {
        return find(Optional.of(List.of(account))).stream().findFirst();
    }

    @Override
    public Map<String, String> names(Collection<String> accounts) {
        return find(Optional.of(accounts)).stream().collect(Collectors.toMap(AccountRow::account, AccountRow::name));
    }

    private List<AccountRow> find(Optional<Collection<String>> accounts) {
        List<Row> rows = jdbc.sql(ACCOUNTS)
                .param(
                        "accounts",
                        accounts.map(some -> some.toArray(String[]::new)).orElse(null))
                .query(Row::read)
                .list();
        DisclosedTexts.Reading reading = texts.read(
                LedgerStore.PLATFORM, STAFF_NAMES, rows.stream().map(Row::name).toList());
        return rows.stream().map(row -> row.shown(reading)).toList();
    }

    @Override
    public List<RoleGrant> grants(String trial) {
        return grants(Optional.empty(), Optional.of(trial));
    }

    @Override
    public List<RoleGrant> grantsOf(String account) {
        return grants(Optional.of(account), Optional.empty());
    }

    @Override
    public List<RoleGrant> grantsHeld() {
        return grants(Optional.empty(), Optional.empty()).stream()
                .filter(grant -> grant.revoked().isEmpty())
                .toList();
    }

    private List<RoleGrant> grants(Optional<String> account, Optional<String> trial) {
        return jdbc.sql(GRANTS)
                .param("account", account.orElse(null))
                .param("trial", trial.orElse(null))
                .query((row, number) -> new RoleGrant(
                        row.getString("account"),
                        row.getString("role_grant"),
                        row.getString("role"),
                        row.getString("of_organisation"),
                        Optional.ofNullable(row.getString("trial")),
                        Optional.ofNullable(row.getString("at_site")),
                        Optional.ofNullable(row.getString("participant")),
                        ProvenanceColumns.read(row, "e"),
                        ProvenanceColumns.readOptional(row, "x")))
                .list();
    }

    @Override
    public List<SignIn> signIns(String account, int limit) {
        return jdbc.sql("""
                        select s.account, s.outcome, e.recorded_at, s.valid_from from read.sign_in s
                        join read.entry e on e.ledger = 'platform' and e.leaf_index = s.valid_from
                        where s.account = :account order by s.valid_from desc limit :limit
                        """)
                .param("account", account)
                .param("limit", limit)
                .query((row, number) -> new SignIn(
                        row.getString("account"),
                        row.getString("outcome"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getLong("valid_from")))
                .list();
    }

    @Override
    public List<ForbiddenAttempt> forbiddenAttempts(int limit) {
        return jdbc.sql("""
                        select f.account, e.role, f.trial, f.act, f.refusal, f.path, e.recorded_at, f.valid_from
                        from read.forbidden_attempt f
                        join read.entry e on e.ledger = 'platform' and e.leaf_index = f.valid_from
                        order by f.valid_from desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new ForbiddenAttempt(
                        row.getString("account"),
                        row.getString("role"),
                        Optional.ofNullable(row.getString("trial")),
                        row.getString("act") + " (" + row.getString("path") + "): " + row.getString("refusal"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getLong("valid_from")))
                .list();
    }

    private record Row(
            String account,
            StoredText name,
            String organisation,
            boolean demo,
            String status,
            Optional<Instant> lastSignIn,
            Provenance created) {

        static Row read(ResultSet row, int number) throws SQLException {
            Provenance created = ProvenanceColumns.read(row, "e");
            return new Row(
                    row.getString("account"),
                    new StoredText(
                            created.entry(),
                            DisclosureClass.IDENTITY,
                            Optional.empty(),
                            Optional.ofNullable(row.getString("name_digest"))),
                    row.getString("organisation"),
                    row.getBoolean("demo"),
                    row.getString("status"),
                    Optional.ofNullable(row.getObject("last_sign_in", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant),
                    created);
        }

        AccountRow shown(DisclosedTexts.Reading reading) {
            return new AccountRow(
                    account,
                    reading.present(name).present().orElse(account),
                    organisation,
                    status,
                    demo,
                    lastSignIn,
                    created);
        }
    }
}
