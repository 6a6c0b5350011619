package org.indelible.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requirements by id, each with its title. */
final class RequirementIndex {
    private static final Pattern ROW = Pattern.compile("^\\| *(R[0-9]{2,3}) *\\|");

    private RequirementIndex() {}

    /** {@code requirements.properties}, which is part of the product. */
    static SortedMap<String, String> ours() throws IOException {
        try (Reader in = new InputStreamReader(
                requireNonNull(RequirementIndex.class.getResourceAsStream("/requirements.properties")), UTF_8)) {
            Properties read = new Properties();
            read.load(in);
            SortedMap<String, String> titles = new TreeMap<>();
            read.stringPropertyNames().forEach(id -> titles.put(id, read.getProperty(id)));
            return titles;
        }
    }

    /**
     * The ids of somebody's list, a table in Markdown whose first column they are, with our titles. An id of theirs that we have no title for
     * is listed all the same: a list that is longer than ours must not look covered.
     */
    static SortedMap<String, String> of(Path list) throws IOException {
        SortedMap<String, String> ours = ours();
        SortedMap<String, String> titles = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                String id = row.group(1);
                titles.put(id, ours.getOrDefault(id, "(only in " + list.getFileName() + ")"));
            }
        }
        if (titles.isEmpty()) {
            throw new IOException(list + " has no table whose first column is R01, R02 and so on.");
        }
        return titles;
    }
}
