package org.indelible.readmodel.trial;

import org.indelible.readmodel.Provenance;

/** A protocol version as submitted to ethics committees. */
public record ProtocolVersionRow(String version, String name, Provenance provenance) {}
