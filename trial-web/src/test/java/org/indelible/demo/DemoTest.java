package org.indelible.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.indelible.IndelibleApplication;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.cli.IndelibleCommand;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.projection.ReadModelRebuild;
import org.indelible.readmodel.worklist.WorkItem;
import org.indelible.readmodel.worklist.WorkListQueries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo as a visitor gets it: a fresh home, a start, another start, and the command that tampers with a copy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {
    private static final String HOME = "indelible.home";

    private ConfigurableApplicationContext application;

    @BeforeAll
    void enact() throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "demo-");
        System.setProperty(HOME, home.toAbsolutePath().toString());
        application = start();
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(IndelibleApplication.class)
                .run("--server.port=0", "--indelible.demo-password=correct horse battery staple");
    }

    @AfterAll
    void stop() {
        application.close();
        System.clearProperty(HOME);
    }

    @Test
    @Order(1)
    @Requirement("R37")
    void thereIsRealWorkOfEveryKind() {
        List<WorkItem> work = work();

        assertThat(work)
                .extracting(WorkItem::kind)
                .contains(
                        WorkItem.Kind.VISIT_OVERDUE,
                        WorkItem.Kind.SIGNATURE_STALE,
                        WorkItem.Kind.QUERY_OPEN,
                        WorkItem.Kind.FORM_OPEN,
                        WorkItem.Kind.SITE_WITHOUT_APPROVAL,
                        WorkItem.Kind.SCREEN_FAILURE,
                        WorkItem.Kind.WITHDRAWAL);
        assertThat(work)
                .filteredOn(item -> item.kind() == WorkItem.Kind.VISIT_OVERDUE)
                .extracting(WorkItem::participant)
                .containsExactly(Optional.of(Cast.OVERDUE.key()));
        assertThat(work)
                .filteredOn(item -> item.kind() == WorkItem.Kind.SIGNATURE_STALE)
                .extracting(WorkItem::participant)
                .containsExactly(Optional.of(Cast.STALE.key()));
    }

    @Test
    @Order(2)
    void everyEntryVerifies() {
        assertThat(application
                        .getBean(LedgerVerifier.class)
                        .verifyAll(ProgressListener.NONE)
                        .failures())
                .isEmpty();
    }

    @Test
    @Order(3)
    void theWorkIsTheSameAfterARebuild() {
        List<WorkItem> before = work();
        application.getBean(ReadModelRebuild.class).rebuild((done, total) -> {});

        assertThat(work()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void anotherStartEnactsNothing() {
        long size = size();
        application.close();
        application = start();

        assertThat(size()).isEqualTo(size);
    }

    @Test
    @Order(5)
    @Requirement("R05")
    void aValueThatIsAlteredInACopyIsNamedAndTheStoreIsSound() {
        application.close();
        PrintStream terminal = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        int exitCode;
        try {
            exitCode = IndelibleCommand.execute(IndelibleApplication.class, new String[] {"demo-tamper"});
        } finally {
            System.setOut(terminal);
        }
        application = start();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("I.BP.SYS = 154", "was altered: coordinator", "The store itself was not touched");
        assertThat(exitCode).isZero();
    }

    private List<WorkItem> work() {
        return application
                .getBean(WorkListQueries.class)
                .work(
                        application.getBean(AsOfResolver.class).now(DemoTrials.ENACTED.value()),
                        Visibility.pseudonymous(),
                        LocalDate.now(ZoneOffset.UTC),
                        Optional.empty(),
                        Slice.all());
    }

    private long size() {
        return application.getBean(LedgerStore.class).ledgerSize(DemoTrials.ENACTED.value());
    }
}
