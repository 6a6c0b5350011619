package org.indelible.protocols.odm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import java.util.Optional;

/**
 * Remembers the last block read, because a parser that meets bytes which are no UTF-8 has not yet counted the lines before
 * them.
 */
public final class TracedInput extends FilterInputStream {
    private byte[] block = new byte[0];
    private Position blockStart = new Position(1, 1);

    public TracedInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            blockStart = advance(blockStart, block.length);
            block = Arrays.copyOfRange(buffer, offset, offset + count);
        }
        return count;
    }

    /** Where the first bytes are that are no UTF-8, if they are in the last block; one cut in two by its end is not. */
    Optional<Position> malformed() {
        ByteBuffer bytes = ByteBuffer.wrap(block);
        skipContinuation(bytes);
        CharBuffer chars = CharBuffer.allocate(block.length + 1);
        CoderResult result = UTF_8.newDecoder().decode(bytes, chars, false);
        return result.isError() ? Optional.of(advance(blockStart, bytes.position())) : Optional.empty();
    }

    /** The rest of a character whose first bytes were the end of the block before. */
    private static void skipContinuation(ByteBuffer bytes) {
        while (bytes.position() < Math.min(3, bytes.limit()) && (bytes.get(bytes.position()) & 0xc0) == 0x80) {
            bytes.get();
        }
    }

    private Position advance(Position from, int count) {
        int line = from.line();
        int column = from.column();
        for (int i = 0; i < count; i++) {
            if (block[i] == '\n') {
                line++;
                column = 1;
            } else if ((block[i] & 0xc0) != 0x80) {
                column++;
            }
        }
        return new Position(line, column);
    }
}
