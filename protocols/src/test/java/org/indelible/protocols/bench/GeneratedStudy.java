package org.indelible.protocols.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Studies of any size, made up: 40 items a form, a condition for nine items of ten, a check for three of twenty. */
public final class GeneratedStudy {
    private static final int PER_FORM = 40;

    private GeneratedStudy() {}

    /** ODM 1.3.2 metadata with this many items, in this script. */
    public static byte[] odm(int items, String script) {
        StringBuilder xml = new StringBuilder(items * 700);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" FileType=\"Snapshot\" FileOID=\"F\""
                + " CreationDateTime=\"2026-01-01T00:00:00Z\" ODMVersion=\"1.3.2\">\n"
                + "<Study OID=\"ST\"><GlobalVariables><StudyName>" + script
                + "</StudyName><StudyDescription/><ProtocolName>P</ProtocolName></GlobalVariables>\n"
                + "<MetaDataVersion OID=\"MDV\" Name=\"V\">\n");
        int forms = (items + PER_FORM - 1) / PER_FORM;
        xml.append("<StudyEventDef OID=\"SE\" Name=\"" + script + "\" Repeating=\"No\" Type=\"Scheduled\">");
        for (int f = 0; f < forms; f++) {
            xml.append(String.format(
                    Locale.ROOT, "<FormRef FormOID=\"F.%d\" OrderNumber=\"%d\" Mandatory=\"No\"/>", f, f + 1));
        }
        xml.append("</StudyEventDef>\n");
        for (int f = 0; f < forms; f++) {
            xml.append(String.format(
                    Locale.ROOT,
                    "<FormDef OID=\"F.%1$d\" Name=\"%2$s %1$d\" Repeating=\"No\"><ItemGroupRef ItemGroupOID=\"IG.%1$d\""
                            + " OrderNumber=\"1\" Mandatory=\"Yes\"/></FormDef>%n",
                    f,
                    script));
        }
        for (int f = 0; f < forms; f++) {
            xml.append(
                    String.format(Locale.ROOT, "<ItemGroupDef OID=\"IG.%1$d\" Name=\"G %1$d\" Repeating=\"No\">", f));
            for (int i = f * PER_FORM; i < Math.min(items, (f + 1) * PER_FORM); i++) {
                String condition = i % 10 == 0 ? "" : " CollectionExceptionConditionOID=\"C." + i + "\"";
                xml.append(String.format(
                        Locale.ROOT,
                        "<ItemRef ItemOID=\"I.%d\" OrderNumber=\"%d\" Mandatory=\"Yes\"%s/>",
                        i,
                        i % PER_FORM + 1,
                        condition));
            }
            xml.append("</ItemGroupDef>\n");
        }
        for (int i = 0; i < items; i++) {
            xml.append(String.format(
                    Locale.ROOT,
                    "<ItemDef OID=\"I.%1$d\" Name=\"N%1$d\" DataType=\"float\" Length=\"8\""
                            + " SignificantDigits=\"1\"><Question><TranslatedText xml:lang=\"en\">%2$s"
                            + " %1$d</TranslatedText></Question>",
                    i,
                    script));
            if (i % 20 < 3) {
                xml.append("<RangeCheck Comparator=\"LE\" SoftHard=\"Soft\"><CheckValue>100</CheckValue></RangeCheck>");
            }
            xml.append("</ItemDef>\n");
        }
        for (int i = 0; i < items; i++) {
            if (i % 10 != 0) {
                int first = i / PER_FORM * PER_FORM;
                xml.append(String.format(
                        Locale.ROOT,
                        "<ConditionDef OID=\"C.%1$d\" Name=\"C %1$d\"><Description><TranslatedText"
                                + " xml:lang=\"en\">%3$s</TranslatedText></Description><FormalExpression"
                                + " Context=\"CEL\">N%2$d == 1.0 &amp;&amp; N%2$d &lt; 5.0"
                                + "</FormalExpression></ConditionDef>%n",
                        i,
                        first,
                        script));
            }
        }
        xml.append("</MetaDataVersion></Study></ODM>\n");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }
}
