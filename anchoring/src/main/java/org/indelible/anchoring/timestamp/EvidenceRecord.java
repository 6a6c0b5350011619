package org.indelible.anchoring.timestamp;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;

/**
 * An evidence record (RFC 4998): a token, and further tokens over it that were issued before it lost its force. Immutable; renewing gives
 * a new record that contains the old one.
 */
public final class EvidenceRecord {
    /** Some hundred tokens. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private final org.bouncycastle.asn1.tsp.EvidenceRecord structure;
    private final byte[] encoded;

    private EvidenceRecord(org.bouncycastle.asn1.tsp.EvidenceRecord structure) throws IOException {
        this.structure = structure;
        this.encoded = structure.getEncoded(ASN1Encoding.DER);
    }

    /** The record that a token over one object by itself is (section 4.2: without a hash tree). */
    public static EvidenceRecord of(TimestampToken token) throws TimestampFormatException {
        try {
            return new EvidenceRecord(new org.bouncycastle.asn1.tsp.EvidenceRecord(
                    null, null, new ArchiveTimeStamp(ContentInfo.getInstance(token.encoded()))));
        } catch (IOException | RuntimeException e) {
            throw malformed(e);
        }
    }

    /** Reads a record in DER, with nothing behind it. */
    public static EvidenceRecord parse(byte[] der) throws TimestampFormatException {
        if (der.length > MAX_BYTES) {
            throw new TimestampFormatException("an evidence record has at most " + MAX_BYTES + " bytes");
        }
        try {
            EvidenceRecord record = new EvidenceRecord(org.bouncycastle.asn1.tsp.EvidenceRecord.getInstance(der));
            if (!Arrays.equals(record.encoded, der)) {
                throw new TimestampFormatException("an evidence record is written in DER");
            }
            record.requireReadable();
            return record;
        } catch (IOException | RuntimeException e) {
            // BouncyCastle tells of malformed structures by several unchecked exceptions.
            throw malformed(e);
        }
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    /** Its tokens, oldest first. */
    public List<TimestampToken> tokens() throws TimestampFormatException {
        List<TimestampToken> tokens = new ArrayList<>();
        for (List<ArchiveTimeStamp> chain : chains()) {
            for (ArchiveTimeStamp link : chain) {
                tokens.add(EvidenceLinks.token(link));
            }
        }
        return tokens;
    }

    /** A request for a token over the latest one (section 5.2, time-stamp renewal): before its certificate ends. */
    public Renewal renewal(SecureRandom random) throws TimestampFormatException {
        ArchiveTimeStamp last = chains().getLast().getLast();
        ImprintAlgorithm algorithm = EvidenceLinks.algorithm(last);
        return new Renewal(TimestampRequest.of(algorithm, EvidenceLinks.digestOfToken(last, algorithm), random), false);
    }

    /** A request for a token over the object and all tokens so far (section 5.2, hash-tree renewal): before the hash algorithm is broken. */
    public Renewal hashRenewal(byte[] data, ImprintAlgorithm algorithm, SecureRandom random)
            throws TimestampFormatException {
        byte[] digest = EvidenceLinks.digestOfSequence(data, chains(), algorithm);
        return new Renewal(TimestampRequest.of(algorithm, digest, random), true);
    }

    /** Chains of archive time-stamps, all of one hash algorithm within a chain; neither is ever empty. */
    List<List<ArchiveTimeStamp>> chains() throws TimestampFormatException {
        List<List<ArchiveTimeStamp>> chains = new ArrayList<>();
        for (ArchiveTimeStampChain chain :
                structure.getArchiveTimeStampSequence().getArchiveTimeStampChains()) {
            List<ArchiveTimeStamp> links = List.of(chain.getArchiveTimestamps());
            if (links.isEmpty()) {
                throw new TimestampFormatException("a chain of archive time-stamps is not empty");
            }
            chains.add(links);
        }
        if (chains.isEmpty()) {
            throw new TimestampFormatException("an evidence record has a time-stamp");
        }
        return chains;
    }

    /** BouncyCastle reads the parts only when they are asked for. */
    private void requireReadable() throws TimestampFormatException {
        for (List<ArchiveTimeStamp> chain : chains()) {
            for (ArchiveTimeStamp link : chain) {
                EvidenceLinks.algorithm(link);
                EvidenceLinks.covers(link, new byte[0], EvidenceLinks.algorithm(link));
            }
        }
    }

    private static TimestampFormatException malformed(Exception e) {
        return new TimestampFormatException("not an evidence record: " + e.getMessage(), e);
    }

    /** A renewal under way: the request to send, and what its answer makes of the record. */
    public final class Renewal {
        private final TimestampRequest request;
        private final boolean newChain;

        private Renewal(TimestampRequest request, boolean newChain) {
            this.request = request;
            this.newChain = newChain;
        }

        public TimestampRequest request() {
            return request;
        }

        /** The renewed record. Verify it before the old one is let go. */
        public EvidenceRecord with(TimestampToken token) throws TimestampFormatException {
            try {
                return new EvidenceRecord(structure.addArchiveTimeStamp(
                        new ArchiveTimeStamp(ContentInfo.getInstance(token.encoded())), newChain));
            } catch (IOException | RuntimeException e) {
                throw malformed(e);
            }
        }
    }
}
