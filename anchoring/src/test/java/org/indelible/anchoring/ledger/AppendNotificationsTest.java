package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("R19")
class AppendNotificationsTest {
    private final Semaphore heard = new Semaphore(0);

    private void hear() throws InterruptedException {
        assertThat(heard.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void what_another_node_appends_is_heard_and_again_after_a_lost_connection(@TempDir Path home) throws Exception {
        try (TestDatabase database = TestDatabase.create();
                TestLedger other = new TestLedger(database, home);
                AppendNotifications notifications =
                        AppendNotifications.listen(database.application(), heard::release)) {
            hear();
            other.append("t", "s", TestLedger.data("1"));
            hear();

            database.execute(
                    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where query like 'listen %'");
            hear();
            other.append("t", "s", TestLedger.data("2"));
            hear();
            assertThat(notifications).isNotNull();
        }
    }
}
