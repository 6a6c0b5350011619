package org.indelible.anchoring.primitive;

import java.util.Base64;

/**
 * Base64 with exactly one text per byte string: standard with padding (RFC 4648 section 4) and URL-safe without (section 5, as RFC 7515
 * section 2). The JDK's decoders also take missing padding and stray trailing bits (RFC 4648 section 3.5), so what they accept is
 * encoded again and compared.
 */
public enum Base64Text {
    STANDARD(Base64.getEncoder(), Base64.getDecoder()),
    URL(Base64.getUrlEncoder().withoutPadding(), Base64.getUrlDecoder());

    private final Base64.Encoder encoder;
    private final Base64.Decoder decoder;

    Base64Text(Base64.Encoder encoder, Base64.Decoder decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
    }

    public String encode(byte[] bytes) {
        return encoder.encodeToString(bytes);
    }

    /** The bytes of which this is the encoding. */
    public byte[] decode(String text) throws EncodingException {
        byte[] bytes;
        try {
            bytes = decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new EncodingException("not base64 (" + name() + "): " + e.getMessage());
        }
        if (!encode(bytes).equals(text)) {
            throw new EncodingException(
                    "not the canonical base64 (" + name() + ") of any bytes: padding or trailing bits");
        }
        return bytes;
    }

    /** As {@link #decode(String)}, of a value that always has this many bytes. */
    public byte[] decode(String text, int length) throws EncodingException {
        byte[] bytes = decode(text);
        if (bytes.length != length) {
            throw new EncodingException("expected " + length + " bytes in base64, found " + bytes.length);
        }
        return bytes;
    }
}
