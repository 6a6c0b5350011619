package org.indelible.anchoring.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;

/** The JOSE header of an entry (RFC 7515 section 4, RFC 9864 section 2.2): nothing in it varies but the author's key. */
final class Header {
    static final String TYPE = "trial-event+sd-jwt";
    static final String ALGORITHM = "Ed25519";

    private static final String BEFORE = "{\"typ\":\"" + TYPE + "\",\"alg\":\"" + ALGORITHM + "\",\"kid\":\"";
    private static final String AFTER = "\"}";

    private Header() {}

    static String encode(String kid) {
        return Base64Text.URL.encode((BEFORE + kid + AFTER).getBytes(UTF_8));
    }

    /** The key that a header names. */
    static String kid(String encoded) throws EntryFormatException {
        try {
            String header = new String(Base64Text.URL.decode(encoded), UTF_8);
            if (header.startsWith(BEFORE) && header.endsWith(AFTER) && header.length() > BEFORE.length()) {
                String kid = header.substring(BEFORE.length(), header.length() - AFTER.length());
                Base64Text.URL.decode(kid, Sha256.BYTES);
                return kid;
            }
        } catch (EncodingException e) {
            throw new EntryFormatException("header: " + e.getMessage(), e);
        }
        throw new EntryFormatException("header of an entry is " + BEFORE + "<certificate thumbprint>" + AFTER);
    }
}
