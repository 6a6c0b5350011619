package org.indelible.protocols.usdm;

import java.io.ByteArrayInputStream;
import org.indelible.protocols.odm.OdmMetadata;
import org.indelible.protocols.odm.OdmMetadataReader;

/** Reads a study definition of whichever kind it is: ODM 1.3 or 2.0 (XML), or USDM (JSON), told apart by its first character. */
public final class StudyDefinitions {
    private static final int BYTE_ORDER_MARK = 0xEF;

    private StudyDefinitions() {}

    public static OdmMetadata read(byte[] file, String sourceName) {
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        return json(file) ? UsdmReader.read(in, sourceName) : OdmMetadataReader.read(in, sourceName);
    }

    private static boolean json(byte[] file) {
        int start = file.length > 3 && (file[0] & 0xff) == BYTE_ORDER_MARK ? 3 : 0;
        for (int i = start; i < file.length; i++) {
            if (!Character.isWhitespace(file[i])) {
                return file[i] == '{' || file[i] == '[';
            }
        }
        return false;
    }
}
