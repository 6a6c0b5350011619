package org.indelible.design;

import java.util.List;

/**
 * One line of the tree of a draft.
 *
 * @param href where it is edited
 * @param here whether that is where one is
 */
public record Branch(String label, String href, boolean here, List<Branch> branches) {
    public Branch {
        branches = List.copyOf(branches);
    }
}
