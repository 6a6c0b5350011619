package org.indelible.anchoring.timestamp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.PartialHashtree;

/** What ties the archive time-stamps of an evidence record together (RFC 4998 sections 4.3 and 5.2). */
final class EvidenceLinks {
    private EvidenceLinks() {}

    static TimestampToken token(ArchiveTimeStamp link) throws TimestampFormatException {
        return TimestampToken.parse(der(link.getTimeStamp()));
    }

    static ImprintAlgorithm algorithm(ArchiveTimeStamp link) throws TimestampFormatException {
        return ImprintAlgorithm.of(link.getDigestAlgorithmIdentifier().getAlgorithm())
                .orElseThrow(() -> new TimestampFormatException("the hash tree is not of SHA-256, SHA-384 or SHA-512"));
    }

    /** What the next archive time-stamp of the same chain covers. */
    static byte[] digestOfToken(ArchiveTimeStamp link, ImprintAlgorithm algorithm) throws TimestampFormatException {
        return algorithm.digest(der(link.getTimeStamp()));
    }

    /** What the first archive time-stamp of the next chain covers: the object, and all chains before. */
    static byte[] digestOfSequence(byte[] data, List<List<ArchiveTimeStamp>> chains, ImprintAlgorithm algorithm)
            throws TimestampFormatException {
        ASN1EncodableVector sequence = new ASN1EncodableVector();
        for (List<ArchiveTimeStamp> chain : chains) {
            sequence.add(new DERSequence(chain.toArray(new ArchiveTimeStamp[0])));
        }
        return algorithm.digest(
                concat(List.of(algorithm.digest(data), algorithm.digest(der(new DERSequence(sequence))))));
    }

    /** Whether this digest leads to what the token was issued over, by way of the hash tree where there is one. */
    static boolean covers(ArchiveTimeStamp link, byte[] digest, ImprintAlgorithm algorithm)
            throws TimestampFormatException {
        PartialHashtree[] tree = link.getReducedHashTree();
        if (tree == null) {
            return Arrays.equals(token(link).imprint(), digest);
        }
        if (tree.length == 0 || values(tree[0]).stream().noneMatch(value -> Arrays.equals(value, digest))) {
            return false;
        }
        byte[] node = new byte[0];
        for (PartialHashtree list : tree) {
            List<byte[]> values = values(list);
            if (node.length > 0) {
                values.add(node);
            }
            values.sort(Arrays::compareUnsigned);
            node = values.size() == 1 ? values.getFirst() : algorithm.digest(concat(values));
        }
        return Arrays.equals(token(link).imprint(), node);
    }

    private static List<byte[]> values(PartialHashtree list) {
        return new ArrayList<>(Arrays.asList(list.getValues()));
    }

    private static byte[] concat(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static byte[] der(ASN1Object object) throws TimestampFormatException {
        try {
            return object.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new TimestampFormatException("cannot be written in DER: " + e.getMessage(), e);
        }
    }
}
