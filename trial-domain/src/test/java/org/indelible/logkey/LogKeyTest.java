package org.indelible.logkey;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.ledger.CheckpointSigner;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.logkey.LogKeyCommand.RotateLogKey;
import org.indelible.logkey.LogKeyEvent.LogKeyRotated;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.junit.jupiter.api.Test;

/** Only the key that signs now can be replaced, and none comes back. */
@Requirement({"R05", "R33"})
class LogKeyTest {
    private static final String LEDGER = "platform";
    private static final String INSTALLATION = "test.example/log";
    private static final AccountId ADMIN = new AccountId("first.admin");
    private static final Reason REASON = Reason.of("The key is five years old");
    private final CheckpointSigner first = signer(1);
    private final CheckpointSigner second = signer(2);
    private final CheckpointSigner third = signer(3);

    private static CheckpointSigner signer(int seed) {
        byte[] bytes = new byte[Ed25519Signer.SEED_BYTES];
        bytes[0] = (byte) seed;
        return new CheckpointSigner(INSTALLATION, Ed25519Signer.ofSeed(bytes));
    }

    private static Checkpoint last(String log, long size) {
        return new Checkpoint(INSTALLATION + '/' + log, size, TreeHash.empty());
    }

    private static TestExecutor<LogKeyAggregate> given(Authority authority, LogKeyEvent... events) {
        AggregateTestFixture<LogKeyAggregate> fixture = new AggregateTestFixture<>(LogKeyAggregate.class);
        fixture.registerInjectableResource(authority);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    private static TestExecutor<LogKeyAggregate> given(LogKeyEvent... events) {
        return given(Authorities.of(Role.SYSTEM), events);
    }

    private static RotateLogKey rotate(KeyHandover handover, boolean lost) {
        return new RotateLogKey(LEDGER, handover, lost, ADMIN, REASON);
    }

    private static LogKeyRotated rotated(
            KeyHandover handover, CheckpointSigner from, CheckpointSigner to, boolean lost) {
        return new LogKeyRotated(
                LEDGER,
                Long.toString(handover.size()),
                from.identity().verifierKey(LEDGER).toString(),
                to.identity().verifierKey(LEDGER).toString(),
                lost,
                handover.note().toString(),
                ADMIN,
                RecordedReason.of(REASON));
    }

    @Test
    void aKeyHandsOver() {
        KeyHandover handover = first.handOver(last(LEDGER, 12), second);

        given().when(rotate(handover, false)).expectEvents(rotated(handover, first, second, false));
    }

    @Test
    void oneThatIsLostIsReplacedByAnother() {
        KeyHandover handover =
                second.takeOver(last(LEDGER, 12), first.identity().key());

        given().when(rotate(handover, true)).expectEvents(rotated(handover, first, second, true));
    }

    @Test
    void whetherItIsLostIsAsTheSignaturesSay() {
        given().when(rotate(first.handOver(last(LEDGER, 12), second), true))
                .expectException(Refused.with("handover-not-as-said"));
        given().when(rotate(second.takeOver(last(LEDGER, 12), first.identity().key()), false))
                .expectException(Refused.with("handover-not-as-said"));
    }

    @Test
    void onlyTheKeyInForceIsReplacedAndNotByOneThatSignedBefore() {
        LogKeyRotated once = rotated(first.handOver(last(LEDGER, 12), second), first, second, false);

        given(once)
                .when(rotate(first.handOver(last(LEDGER, 20), third), false))
                .expectException(Refused.with("another-key-in-force"));
        given(once)
                .when(rotate(second.handOver(last(LEDGER, 11), third), false))
                .expectException(Refused.with("another-key-in-force"));
        given(once)
                .when(rotate(second.handOver(last(LEDGER, 20), first), false))
                .expectException(Refused.with("key-used-before"));
        KeyHandover next = second.handOver(last(LEDGER, 20), third);
        given(once).when(rotate(next, false)).expectEvents(rotated(next, second, third, false));
    }

    @Test
    void theKeysOfAnotherLogAreNoneOfIts() {
        given().when(rotate(first.handOver(last("0190a1b2-0000-7000-8000-000000000001", 3), second), false))
                .expectException(Refused.with("handover-of-another-log"));
    }

    @Test
    void nobodyDoesItThroughTheApplication() {
        for (Role role : new Role[] {Role.ADMINISTRATOR, Role.DATA_MANAGER, Role.INSPECTOR}) {
            given(Authorities.of(role))
                    .when(rotate(first.handOver(last(LEDGER, 12), second), false))
                    .expectException(Refused.with("act-not-permitted"));
        }
    }
}
