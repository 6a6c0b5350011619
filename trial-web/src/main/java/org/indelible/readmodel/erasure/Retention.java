package org.indelible.readmodel.erasure;

import java.time.LocalDate;
import org.indelible.readmodel.Provenance;

/** @param until last day on which the records of a trial have to be kept */
public record Retention(LocalDate until, Provenance provenance) {}
