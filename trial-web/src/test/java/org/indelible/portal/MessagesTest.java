package org.indelible.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the portal as people read them. */
class MessagesTest {
    private static final Pattern TO_FILL_IN = Pattern.compile("\\{[0-9]");
    private static final Pattern SINGLE = Pattern.compile("(?<!')'(?!')");

    /** Only a text with something to fill in is read as a pattern, in which an apostrophe is written twice. */
    @Test
    void anApostropheIsWrittenTwiceWhereThereIsSomethingToFillInAndOnceElsewhere() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> resources = Files.list(Path.of("src", "main", "resources"))) {
            files = resources
                    .filter(file -> file.toString().endsWith(".properties"))
                    .toList();
        }
        for (Path file : files) {
            Properties texts = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                texts.load(in);
            }
            texts.forEach((key, text) -> {
                boolean pattern = TO_FILL_IN.matcher(text.toString()).find();
                boolean wrongly = pattern
                        ? SINGLE.matcher(text.toString()).find()
                        : text.toString().contains("''");
                if (wrongly) {
                    wrong.add(file.getFileName() + ": " + key + " = " + text);
                }
            });
        }
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(wrong).isEmpty();
    }
}
