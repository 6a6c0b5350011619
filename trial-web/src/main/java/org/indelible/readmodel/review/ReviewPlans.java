package org.indelible.readmodel.review;

import static org.indelible.readmodel.AsOfSql.holds;

import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.trial.SigningPlan;
import org.indelible.trial.VerificationPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plans for verification and for signatures as they stood. */
@Repository
public class ReviewPlans {
    private final JdbcClient jdbc;

    ReviewPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<VerificationPlan> verification(AsOf asOf) {
        return AsOfSql.query(
                        jdbc, "select * from read.verification_plan p where p.trial = :trial and " + holds("p"), asOf)
                .query((row, n) -> new VerificationPlan(
                        row.getInt("first_participants"),
                        row.getInt("percent_after"),
                        row.getBoolean("critical_of_all"),
                        row.getString("draw")))
                .optional();
    }

    public Optional<SigningPlan> signing(AsOf asOf) {
        return AsOfSql.query(jdbc, "select * from read.signing_plan p where p.trial = :trial and " + holds("p"), asOf)
                .query((row, n) -> new SigningPlan(
                        List.of((String[]) row.getArray("events").getArray()), row.getInt("within_days")))
                .optional();
    }
}
