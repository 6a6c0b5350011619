package org.indelible.anchoring.passkey;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the CBOR (RFC 8949) that authenticators write: CTAP2 canonical form, which has one encoding per value, without floats, tags and
 * indefinite lengths. Integers become {@link Long}, byte strings {@code byte[]}, maps {@link Map} with integer or text keys.
 */
final class Cbor {
    private static final int MAX_DEPTH = 4;

    private final byte[] bytes;
    private int position;

    private Cbor(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** The one map that these bytes are. */
    static Map<Object, Object> map(byte[] bytes) throws PasskeyFormatException {
        Cbor reader = new Cbor(bytes, 0);
        Map<Object, Object> map = asMap(reader.value(MAX_DEPTH));
        if (reader.position != bytes.length) {
            throw new PasskeyFormatException("CBOR with something after it");
        }
        return map;
    }

    /** The bytes of the map that begins here; what follows it is not looked at. */
    static byte[] mapBytesAt(byte[] bytes, int start) throws PasskeyFormatException {
        Cbor reader = new Cbor(bytes, start);
        asMap(reader.value(MAX_DEPTH));
        return Arrays.copyOfRange(bytes, start, reader.position);
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> asMap(Object value) throws PasskeyFormatException {
        if (value instanceof Map<?, ?> map) {
            return (Map<Object, Object>) map;
        }
        throw new PasskeyFormatException("expected a CBOR map");
    }

    private Object value(int depth) throws PasskeyFormatException {
        if (depth == 0) {
            throw new PasskeyFormatException("CBOR nested deeper than " + MAX_DEPTH);
        }
        int initial = next();
        int major = initial >>> 5;
        if (major == 7) {
            return simple(initial & 31);
        }
        long argument = argument(initial & 31);
        return switch (major) {
            case 0 -> argument;
            case 1 -> -1 - argument;
            case 2 -> take(argument);
            case 3 -> text(take(argument));
            case 4 -> list(argument, depth);
            case 5 -> entries(argument, depth);
            default -> throw new PasskeyFormatException("CBOR tags are not used here");
        };
    }

    private static Object simple(int value) throws PasskeyFormatException {
        return switch (value) {
            case 20 -> Boolean.FALSE;
            case 21 -> Boolean.TRUE;
            default -> throw new PasskeyFormatException("CBOR simple value " + value + " is not used here");
        };
    }

    private long argument(int info) throws PasskeyFormatException {
        if (info < 24) {
            return info;
        }
        int length = switch (info) {
            case 24 -> 1;
            case 25 -> 2;
            case 26 -> 4;
            default -> throw new PasskeyFormatException("CBOR length too large or indefinite");
        };
        long argument = 0;
        for (int i = 0; i < length; i++) {
            argument = argument << 8 | next();
        }
        long smallest = length == 1 ? 24 : 1L << 4 * length;
        if (argument < smallest) {
            throw new PasskeyFormatException("CBOR argument not in its shortest form");
        }
        return argument;
    }

    private List<Object> list(long count, int depth) throws PasskeyFormatException {
        List<Object> list = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            list.add(value(depth - 1));
        }
        return list;
    }

    private Map<Object, Object> entries(long count, int depth) throws PasskeyFormatException {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            Object key = value(depth - 1);
            if (!(key instanceof Long || key instanceof String) || map.put(key, value(depth - 1)) != null) {
                throw new PasskeyFormatException("CBOR map with a key twice, or a key that is none");
            }
        }
        return map;
    }

    private static String text(byte[] utf8) throws PasskeyFormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PasskeyFormatException("CBOR text that is not UTF-8", e);
        }
    }

    private byte[] take(long length) throws PasskeyFormatException {
        if (length > bytes.length - position) {
            throw new PasskeyFormatException("CBOR that ends too soon");
        }
        byte[] taken = Arrays.copyOfRange(bytes, position, position + (int) length);
        position += (int) length;
        return taken;
    }

    private int next() throws PasskeyFormatException {
        if (position >= bytes.length) {
            throw new PasskeyFormatException("CBOR that ends too soon");
        }
        return bytes[position++] & 0xff;
    }
}
