package org.indelible.protocols.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.check.ExpressionCompiler;
import org.indelible.protocols.odm.OdmMetadata;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.protocols.testing.Fixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

@Tag("R46")
class BundledProtocolsTest {
    private static OdmMetadata read(BundledProtocols protocol) throws IOException {
        try (InputStream in = protocol.open()) {
            return OdmMetadataReader.read(in, protocol.name());
        }
    }

    @ParameterizedTest
    @EnumSource(BundledProtocols.class)
    void readsAndCompilesWithoutARemark(BundledProtocols protocol) throws IOException {
        OdmMetadata metadata = read(protocol);
        assertThat(metadata.diagnostics()).isEmpty();
        StudyBuild build = metadata.build().orElseThrow();
        assertThat(ExpressionCompiler.compile(build, metadata.sources()).diagnostics())
                .isEmpty();
        assertThat(StudyBuild.fromCanonicalJson(build.canonicalJson())).isEqualTo(build);
    }

    @ParameterizedTest
    @EnumSource(BundledProtocols.class)
    void everyQuestionIsAskedInEnglishAndGerman(BundledProtocols protocol) throws IOException {
        StudyBuild build = read(protocol).build().orElseThrow();
        assertThat(build.languages()).containsExactly("de", "en");
        assertThat(build.items())
                .allMatch(i -> i.question().byLanguage().keySet().equals(Set.of("de", "en")));
        assertThat(build.items().stream().filter(ItemDef::identifying).map(ItemDef::name))
                .containsExactly("DMINIT", "BRTHDAT");
        assertThat(build.items()).anyMatch(ItemDef::blinding).anyMatch(ItemDef::critical);
    }

    @ParameterizedTest
    @EnumSource(BundledProtocols.class)
    void visitWindowsLeadToItemsThatExist(BundledProtocols protocol) throws IOException {
        StudyBuild build = read(protocol).build().orElseThrow();
        build.studyEvents().stream().flatMap(e -> e.window().stream()).forEach(window -> {
            assertThat(build.event(window.anchor().eventOid())
                            .flatMap((StudyEventDef e) ->
                                    e.formRef(window.anchor().formOid())))
                    .isPresent();
            assertThat(build.form(window.anchor().formOid())
                            .flatMap(f -> f.itemGroupRef(window.anchor().itemGroupOid())))
                    .isPresent();
            assertThat(build.itemGroup(window.anchor().itemGroupOid())
                            .flatMap(g -> g.itemRef(window.anchor().itemOid())))
                    .isPresent();
            assertThat(build.item(window.itemOid())).isPresent();
        });
    }

    @ParameterizedTest
    @EnumSource(BundledProtocols.class)
    void isValidAgainstTheSchemaOfOdm132(BundledProtocols protocol) throws IOException, SAXException {
        Path schema = Fixtures.path("odm/schema/odm-1.3.2/ODM1-3-2.xsd");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try (InputStream in = protocol.open()) {
            factory.newSchema(schema.toFile()).newValidator().validate(new StreamSource(in));
        }
    }
}
