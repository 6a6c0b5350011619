package org.indelible.readmodel.site;

import java.time.LocalDate;
import org.indelible.readmodel.Provenance;

public record Training(String account, String version, LocalDate completedOn, Provenance provenance) {}
