package org.indelible.casebook;

/**
 * A value whose item is no longer part of its form. It stays on record, readable and with its history.
 *
 * @param label of the item as an earlier study build has it
 * @param history address of the drawer
 * @param inactive whether it was inactivated since
 */
record Orphan(
        String label, String group, String groupKey, String item, ShownValue shown, boolean inactive, String history) {}
