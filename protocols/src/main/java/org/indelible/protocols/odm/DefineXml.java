package org.indelible.protocols.odm;

/** Define-XML describes datasets for submission in ODM's elements; it is not what a site fills in. */
final class DefineXml {
    private static final String NAMESPACE = "{http://www.cdisc.org/ns/def/";

    private DefineXml() {}

    static boolean is(Element version) {
        return version.attributes().keySet().stream().anyMatch(name -> name.startsWith(NAMESPACE));
    }

    static Diagnostic refusal(Position at) {
        return XmlDefect.error(
                "define-xml",
                "This is Define-XML: it describes datasets of a submission, not the forms of a study.",
                "Choose the study's ODM metadata.",
                at);
    }
}
