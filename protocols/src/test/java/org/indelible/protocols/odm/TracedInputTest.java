package org.indelible.protocols.odm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedInputTest {
    private static Diagnostic first(String xml) {
        byte[] latin1 = xml.getBytes(ISO_8859_1);
        List<Diagnostic> diagnostics =
                OdmMetadataReader.read(new ByteArrayInputStream(latin1), "test").diagnostics();
        return diagnostics.stream().filter(Diagnostic::error).findFirst().orElseThrow();
    }

    @Test
    void bytesThatAreNoUtf8AreFoundFarIntoTheFile() {
        String head = "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" ODMVersion=\"1.3.2\">\n";
        Diagnostic d = first(head + "<!-- nothing -->\n".repeat(3000) + "<Study OID=\"S\" X=\"M\u00fcller\"/></ODM>");
        assertThat(d.code()).isEqualTo("wrong-encoding");
        assertThat(List.of(d.line(), d.column())).containsExactly(3002, 20);
    }
}
