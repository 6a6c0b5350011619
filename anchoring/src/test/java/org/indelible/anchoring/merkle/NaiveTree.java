package org.indelible.anchoring.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 written down literally, sharing no code with what it judges. */
public final class NaiveTree {
    private NaiveTree() {}

    public static byte[] root(List<byte[]> entries) {
        int n = entries.size();
        if (n == 0) {
            return sha256(new byte[0]);
        }
        if (n == 1) {
            return sha256(join(new byte[] {0}, entries.getFirst()));
        }
        int k = split(n);
        return node(root(entries.subList(0, k)), root(entries.subList(k, n)));
    }

    public static List<byte[]> path(int m, List<byte[]> entries) {
        int n = entries.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? append(path(m, entries.subList(0, k)), root(entries.subList(k, n)))
                : append(path(m - k, entries.subList(k, n)), root(entries.subList(0, k)));
    }

    public static List<byte[]> proof(int m, List<byte[]> entries) {
        return subproof(m, entries, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> entries, boolean whole) {
        int n = entries.size();
        if (m == n) {
            return whole ? List.of() : List.of(root(entries));
        }
        int k = split(n);
        return m <= k
                ? append(subproof(m, entries.subList(0, k), whole), root(entries.subList(k, n)))
                : append(subproof(m - k, entries.subList(k, n), false), root(entries.subList(0, k)));
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(join(new byte[] {1}, join(left, right)));
    }

    private static List<byte[]> append(List<byte[]> list, byte[] last) {
        List<byte[]> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static byte[] join(byte[] left, byte[] right) {
        byte[] joined = new byte[left.length + right.length];
        System.arraycopy(left, 0, joined, 0, left.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        return joined;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
