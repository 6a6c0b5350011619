package org.indelible.protocols.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.indelible.protocols.testing.Fixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strict mode finds valid what the manifest calls valid, and invalid what it does not. */
@Tag("R46")
class SchemaValidationTest {
    private static List<Diagnostic> violations(String schema, String file) throws IOException {
        SchemaValidation validation = SchemaValidation.against(Fixtures.path("odm/schema/" + schema));
        try (InputStream in = Files.newInputStream(Fixtures.path("odm/" + file))) {
            return validation.validate(in);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "odm-1.3.2/ODM1-3-2.xsd, odm13/cdisc_dave_5visit_multilang.xml",
        "odm-1.3.2/ODM1-3-2.xsd, odm13/openedc_metadata.xml",
        "odm-1.3.2/ODM1-3-2.xsd, odm13/odmlib_merge_target_v2.xml",
        "odm-2.0/ODM.xsd, odm2/odm2_dave_protocol_v2.xml",
        "odm-2.0/ODM.xsd, odm2/odm2_race_check_all.xml"
    })
    void validFilesAreValid(String schema, String file) throws IOException {
        assertThat(violations(schema, file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "odm-1.3.2/ODM1-3-2.xsd, odm13/leo_acrf_9form.xml",
        "odm-1.3.2/ODM1-3-2.xsd, odm13/sas_cst_odm132_full.xml",
        "odm-1.3.2/ODM1-3-2.xsd, redcap/redcap_visits.xml",
        "odm-1.3.2/ODM1-3-2.xsd, odm2/odm2_race_check_all.xml"
    })
    void otherFilesAreNotAndThatIsSaidWithThePlace(String schema, String file) throws IOException {
        assertThat(violations(schema, file))
                .isNotEmpty()
                .allMatch(d -> d.error() && d.code().equals("schema-violation") && d.line() > 0);
    }
}
