package org.indelible.protocols.clinicaldata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.indelible.protocols.odm.Diagnostic;

/** Keeps what a reader hands over. */
public final class Recording implements ClinicalDataHandler {
    public final List<FileHeader> headers = new ArrayList<>();
    public final List<AdminData> adminData = new ArrayList<>();
    public final List<SubjectData> subjects = new ArrayList<>();
    public final List<Diagnostic> diagnostics = new ArrayList<>();

    public boolean brokeOff;

    public static Recording of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Recording recording = new Recording();
            OdmClinicalDataReader.read(in, recording);
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Recording of(String xml) {
        Recording recording = new Recording();
        OdmClinicalDataReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), recording);
        return recording;
    }

    public Stream<ItemData> items() {
        return subjects.stream()
                .flatMap(s -> s.studyEvents().stream())
                .flatMap(e -> e.forms().stream())
                .flatMap(f -> f.itemGroups().stream())
                .flatMap(g -> g.items().stream());
    }

    @Override
    public void file(FileHeader header) {
        headers.add(header);
    }

    @Override
    public void adminData(AdminData data) {
        adminData.add(data);
    }

    @Override
    public void subject(SubjectData subject) {
        subjects.add(subject);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    @Override
    public void brokeOff() {
        brokeOff = true;
    }
}
