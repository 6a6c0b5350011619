package org.indelible.recovery;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.anchoring.ledger.LedgerLoss;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.recovery.RecoveryCommand.ConfirmLoss;
import org.indelible.recovery.RecoveryCommand.DeclareLoss;
import org.indelible.recovery.RecoveryEvent.LossConfirmed;
import org.indelible.recovery.RecoveryEvent.LossDeclared;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.junit.jupiter.api.Test;

/** A ledger goes on without its end only by two administrators, each under a name that never signed before. */
@Requirement({"R16", "R64"})
class RecoveryTest {
    private static final String LEDGER = "platform";
    private static final LedgerLoss LOSS = new LedgerLoss(LEDGER, 80, 104, 100, "r".repeat(43) + "=");
    private static final Reason REASON = Reason.of("The disk and its newest backup burnt");
    private final Authority first = Authorities.of(Role.ADMINISTRATOR, "first.admin");
    private final Authority second = Authorities.of(Role.ADMINISTRATOR, "second.admin");

    private static TestExecutor<RecoveryAggregate> given(Authority authority, RecoveryEvent... events) {
        AggregateTestFixture<RecoveryAggregate> fixture = new AggregateTestFixture<>(RecoveryAggregate.class);
        fixture.registerInjectableResource(authority);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    private static LossDeclared declared(String successor) {
        return new LossDeclared(
                LEDGER,
                "80",
                "104",
                "100",
                LOSS.signedRoot(),
                successor,
                new AccountId("first.admin"),
                RecordedReason.of(REASON));
    }

    @Test
    void theFirstPersonDeclaresAndCites() {
        given(first).when(new DeclareLoss(LOSS, REASON)).expectEvents(declared("platform.2"));
    }

    @Test
    void theSecondConfirms() {
        given(second, declared("platform.2"))
                .when(new ConfirmLoss(LEDGER))
                .expectEvents(new LossConfirmed("platform.2", new AccountId("first.admin")));
    }

    @Test
    void nobodyConfirmsTheirOwn() {
        given(first, declared("platform.2"))
                .when(new ConfirmLoss(LEDGER))
                .expectException(Refused.with("second-person-needed"));
    }

    @Test
    void whatNobodyConfirmedIsDeclaredAnewAndASecondLossGetsANewName() {
        given(first, declared("platform.2")).when(new DeclareLoss(LOSS, REASON)).expectEvents(declared("platform.2"));
        given(first, declared("platform.2"), new LossConfirmed("platform.2", new AccountId("first.admin")))
                .when(new DeclareLoss(LOSS, REASON))
                .expectEvents(declared("platform.3"));
    }

    @Test
    void aWholeLedgerIsNotRecovered() {
        given(first)
                .when(new DeclareLoss(new LedgerLoss(LEDGER, 100, 100, 100, "r"), REASON))
                .expectException(Refused.with("nothing-lost"));
        given(second, declared("platform.2"), new LossConfirmed("platform.2", new AccountId("first.admin")))
                .when(new ConfirmLoss(LEDGER))
                .expectException(Refused.with("loss-not-declared"));
    }

    @Test
    void nobodyElseMay() {
        for (Role role : new Role[] {Role.DATA_MANAGER, Role.INVESTIGATOR, Role.INSPECTOR}) {
            given(Authorities.of(role))
                    .when(new DeclareLoss(LOSS, REASON))
                    .expectException(Refused.with("act-not-permitted"));
        }
    }
}
