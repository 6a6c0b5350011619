package org.indelible.certification;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.certification.CertificationCommand.RotateAuthority;
import org.indelible.certification.CertificationEvent.AuthorityRotated;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.junit.jupiter.api.Test;

/** Only the authority that certifies now can be replaced, and none comes back. */
@Requirement({"R05", "R33"})
class CertificationTest {
    private static final AccountId ADMIN = new AccountId("first.admin");
    private static final Reason REASON = Reason.of("The root ends next year");

    private static TestExecutor<CertificationAggregate> given(Authority authority, CertificationEvent... events) {
        AggregateTestFixture<CertificationAggregate> fixture = new AggregateTestFixture<>(CertificationAggregate.class);
        fixture.registerInjectableResource(authority);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    private static TestExecutor<CertificationAggregate> given(CertificationEvent... events) {
        return given(Authorities.of(Role.SYSTEM), events);
    }

    private static RotateAuthority rotate(long since, String previous, String root) {
        return new RotateAuthority(since, previous, root, false, ADMIN, REASON);
    }

    private static AuthorityRotated rotated(long since, String previous, String root) {
        return new AuthorityRotated(Long.toString(since), previous, root, false, ADMIN, RecordedReason.of(REASON));
    }

    @Test
    void oneAfterTheOther() {
        given().when(rotate(12, "A1", "A2")).expectEvents(rotated(12, "A1", "A2"));
        given(rotated(12, "A1", "A2")).when(rotate(20, "A2", "A3")).expectEvents(rotated(20, "A2", "A3"));
    }

    @Test
    void onlyTheOneInForceIsReplacedAndNotByOneBefore() {
        given(rotated(12, "A1", "A2"))
                .when(rotate(20, "A1", "A3"))
                .expectException(Refused.with("another-authority-in-force"));
        given(rotated(12, "A1", "A2"))
                .when(rotate(12, "A2", "A3"))
                .expectException(Refused.with("another-authority-in-force"));
        given(rotated(12, "A1", "A2")).when(rotate(20, "A2", "A1")).expectException(Refused.with("key-used-before"));
        given().when(rotate(12, "A1", "A1")).expectException(Refused.with("key-used-before"));
    }

    @Test
    void nobodyDoesItThroughTheApplication() {
        for (Role role : new Role[] {Role.ADMINISTRATOR, Role.DATA_MANAGER, Role.INSPECTOR}) {
            given(Authorities.of(role)).when(rotate(12, "A1", "A2")).expectException(Refused.with("act-not-permitted"));
        }
    }
}
