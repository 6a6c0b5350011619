package org.indelible.readmodel.trial;

import org.indelible.readmodel.Provenance;

/**
 * A study build: one MetaDataVersion that implements one protocol version.
 *
 * @param hash of its canonical form; what entries cite
 */
public record StudyBuildRow(
        String hash, String metaDataVersionOid, String name, String protocolVersion, Provenance provenance) {}
