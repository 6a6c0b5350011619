package org.indelible.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.indelible.IndelibleApplication;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where the application cannot keep anything, it says so and how to mend it. */
@ExtendWith(OutputCaptureExtension.class)
class UnusableHomeTest {
    @TempDir
    private Path directory;

    @Test
    @Requirement("R64")
    void aHomeThatCannotBeMadeIsRefusedInASentence(CapturedOutput output) throws Exception {
        Path home = Files.createFile(directory.resolve("file")).resolve("home");

        assertThatThrownBy(() -> new SpringApplicationBuilder(IndelibleApplication.class)
                        .run("--server.port=0", "--indelible.home=" + home))
                .isInstanceOf(Exception.class);
        assertThat(output)
                .contains(
                        "INDELIBLE_HOME " + home + " cannot be used",
                        "Set INDELIBLE_HOME to a directory that this user may create and write.")
                .doesNotContain("\tat org.");
    }
}
