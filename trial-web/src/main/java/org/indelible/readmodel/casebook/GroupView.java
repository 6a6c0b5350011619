package org.indelible.readmodel.casebook;

import java.util.List;
import java.util.Optional;

/** An item group instance; a row where the group repeats. */
public record GroupView(String oid, Optional<String> key, boolean inactivated, List<ItemView> items) {}
