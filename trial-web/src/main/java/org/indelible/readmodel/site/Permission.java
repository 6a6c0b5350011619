package org.indelible.readmodel.site;

import java.util.List;

/** What one person may do at a site: the role granted, and the duties delegated and trained for. */
public record Permission(String account, String role, List<String> duties, boolean trained) {}
