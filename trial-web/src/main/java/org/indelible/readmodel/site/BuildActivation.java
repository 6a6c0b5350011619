package org.indelible.readmodel.site;

import org.indelible.readmodel.Provenance;

public record BuildActivation(NamedBuild build, Provenance provenance) {}
