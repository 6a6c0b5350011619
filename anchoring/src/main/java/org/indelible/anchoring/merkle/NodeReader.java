package org.indelible.anchoring.merkle;

/** Where proofs find the nodes of a tree. */
@FunctionalInterface
public interface NodeReader {
    /**
     * The root of the complete subtree of leaves {@code [index * 2^level, (index + 1) * 2^level)}. Asked only for subtrees that lie wholly
     * within the tree.
     */
    Hash node(int level, long index);
}
