package org.indelible.protocols.clinicaldata;

import org.indelible.protocols.odm.Diagnostic;

/** Receives a file as it is read. Subjects come in file order, each whole. */
public interface ClinicalDataHandler {
    default void file(FileHeader header) {}

    default void adminData(AdminData adminData) {}

    void subject(SubjectData subject);

    void diagnostic(Diagnostic diagnostic);

    /** The file could not be read to its end; the last diagnostic says where and why. What was handed over before stays so. */
    default void brokeOff() {}
}
