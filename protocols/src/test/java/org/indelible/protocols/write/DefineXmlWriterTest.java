package org.indelible.protocols.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.dataset.Column;
import org.indelible.protocols.dataset.Dataset;
import org.indelible.protocols.dataset.DatasetFormat;
import org.indelible.protocols.dataset.Datasets;
import org.indelible.protocols.dataset.RecordedItem;
import org.indelible.protocols.diff.EverythingBuild;
import org.indelible.protocols.odm.SchemaValidation;
import org.indelible.protocols.testing.Fixtures;
import org.indelible.protocols.testing.Lzzt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

@Tag("R43")
class DefineXmlWriterTest {
    private static final String ODM = "http://www.cdisc.org/ns/odm/v1.3";
    private static final String DEFINE = "http://www.cdisc.org/ns/def/v2.1";
    private static final FileHeader HEADER = new FileHeader(
            FileHeader.FileType.SNAPSHOT,
            Optional.of("F.1"),
            Optional.empty(),
            Optional.of("2026-01-01T00:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("log.example"),
            Optional.of("Indelible"),
            Optional.of("1"));

    @Test
    void whatItTakesFromOdmIsValidAndWhatItAddsIsAsTheStandardsExampleHasIt() throws Exception {
        Set<String> example = extensions(parse(Files.readAllBytes(Fixtures.path("odm/define/define21_sdtm.xml"))));
        for (StudyBuild build : List.of(
                Lzzt.metadata("lzzt-protocol-v1.xml").build().orElseThrow(),
                Lzzt.metadata("lzzt-protocol-v2.xml").build().orElseThrow(),
                EverythingBuild.complete())) {
            byte[] file = written(build, Datasets.of(List.of(build), List.of(new RecordedItem("IG.0", "I.0", true))));
            Document document = parse(file);
            assertThat(extensions(document)).isSubsetOf(example);
            assertThat(SchemaValidation.against(Fixtures.path("odm/schema/odm-1.3.2/ODM1-3-2.xsd"))
                            .validate(new ByteArrayInputStream(withoutExtensions(document))))
                    .isEmpty();
        }
    }

    @Test
    void everyColumnIsDefinedAndEveryReferenceLeadsSomewhere() throws Exception {
        StudyBuild build = EverythingBuild.complete();
        Datasets datasets = Datasets.of(List.of(build), List.of());
        Document document = parse(written(build, datasets));
        Map<String, Element> groups = byOid(document, "ItemGroupDef");
        Map<String, Element> items = byOid(document, "ItemDef");

        assertThat(groups).hasSameSizeAs(datasets.all());
        for (Dataset dataset : datasets.all()) {
            Element group = Objects.requireNonNull(groups.get(dataset.itemGroupOid()));
            assertThat(group.getAttribute("Name")).isEqualTo(dataset.name());
            assertThat(elements(group, ODM, "ItemRef"))
                    .extracting(ref -> ref.getAttribute("ItemOID"))
                    .containsExactlyElementsOf(
                            dataset.columns().stream().map(Column::itemOid).toList());
            Element leaf = elements(group, DEFINE, "leaf").getFirst();
            assertThat(leaf.getAttribute("ID")).isEqualTo(group.getAttributeNS(DEFINE, "ArchiveLocationID"));
            assertThat(leaf.getAttributeNS("http://www.w3.org/1999/xlink", "href"))
                    .isEqualTo(dataset.name() + ".json");
            for (Column column : dataset.columns()) {
                assertThat(Objects.requireNonNull(items.get(column.itemOid())).getAttribute("Name"))
                        .isEqualTo(column.name());
            }
        }
        assertThat(elements(document.getDocumentElement(), ODM, "CodeListRef"))
                .isNotEmpty()
                .extracting(ref -> ref.getAttribute("CodeListOID"))
                .isSubsetOf(byOid(document, "CodeList").keySet());
    }

    private static byte[] written(StudyBuild build, Datasets datasets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DefineXmlWriter.write(build, datasets, DatasetFormat.JSON, HEADER, out);
        return out.toByteArray();
    }

    private static Document parse(byte[] file) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static Map<String, Element> byOid(Document document, String name) {
        Map<String, Element> found = new HashMap<>();
        elements(document.getDocumentElement(), ODM, name)
                .forEach(element -> assertThat(found.put(element.getAttribute("OID"), element))
                        .as(element.getAttribute("OID"))
                        .isNull());
        return found;
    }

    private static List<Element> elements(Element in, String namespace, String name) {
        NodeList nodes = in.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** Elements and attributes of other namespaces than that of ODM, with the element they are in. */
    private static Set<String> extensions(Document document) {
        Set<String> found = new LinkedHashSet<>();
        for (Element element : elements(document.getDocumentElement(), "*", "*")) {
            if (!ODM.equals(element.getNamespaceURI())) {
                found.add(element.getParentNode().getLocalName() + "/" + element.getNodeName());
            }
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                if (attribute.getNodeName().startsWith("def:")
                        || attribute.getNodeName().startsWith("xlink:")) {
                    found.add(element.getLocalName() + "/@" + attribute.getNodeName());
                }
            }
        }
        return found;
    }

    private static byte[] withoutExtensions(Document document) throws TransformerException {
        List<Element> all = new ArrayList<>(elements(document.getDocumentElement(), "*", "*"));
        all.add(document.getDocumentElement());
        for (Element element : all) {
            if (DEFINE.equals(element.getNamespaceURI())) {
                element.getParentNode().removeChild(element);
            }
            for (String name : List.of("Context", "DefineVersion", "Structure", "ArchiveLocationID")) {
                element.removeAttributeNS(DEFINE, name);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}
