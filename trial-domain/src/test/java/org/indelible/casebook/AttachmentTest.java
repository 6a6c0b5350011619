package org.indelible.casebook;

import static org.indelible.casebook.CasebookFixture.*;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.casebook.AttachmentCommand.FileAttachment;
import org.indelible.casebook.AttachmentCommand.InactivateAttachment;
import org.indelible.casebook.AttachmentEvent.AttachmentFiled;
import org.indelible.casebook.AttachmentEvent.AttachmentInactivated;
import org.indelible.casebook.PartLockEvent.PartLocked;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.Refused;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private static final DocumentHash DOCUMENT = new DocumentHash("A".repeat(43));
    private static final AttachmentFiled FILED = new AttachmentFiled(
            Builds.VITALS, DOCUMENT, Disclosable.of("report.pdf", DisclosureClass.IDENTITY), "application/pdf", 1000);

    private static FileAttachment file(String type, long size) {
        return new FileAttachment(ID, Builds.VITALS, DOCUMENT, "report.pdf", type, size);
    }

    @Test
    @Requirement("R47")
    void aDocumentIsFiledOnceAndInactivatedWithAReason() {
        given(COORDINATOR, begun()).when(file("application/pdf", 1000)).expectEvents(FILED);
        given(COORDINATOR, begun(FILED)).when(file("application/pdf", 1000)).expectNoEvents();
        given(COORDINATOR, begun(FILED))
                .when(new InactivateAttachment(ID, Builds.VITALS, DOCUMENT, REASON))
                .expectEvents(new AttachmentInactivated(Builds.VITALS, DOCUMENT, RECORDED));
        given(COORDINATOR, begun())
                .when(new InactivateAttachment(ID, Builds.VITALS, DOCUMENT, REASON))
                .expectException(Refused.with("attachment-unknown"));
    }

    @Test
    void programsAndWhatIsTooLargeAreRefused() {
        given(COORDINATOR, begun())
                .when(file("application/x-msdownload", 1000))
                .expectException(Refused.with("attachment-type"));
        given(COORDINATOR, begun())
                .when(file("application/pdf", AttachmentDecisions.LARGEST + 1))
                .expectException(Refused.with("attachment-size"));
    }

    @Test
    @Requirement({"R44", "R49"})
    void neitherTheSponsorNorALockedFormTakesOne() {
        given(MONITOR, begun())
                .when(file("application/pdf", 1000))
                .expectException(Refused.with("site-data-belongs-to-site"));
        given(COORDINATOR, begun(new PartLocked(PartScope.of(Builds.VITALS), List.of(), Optional.empty())))
                .when(file("application/pdf", 1000))
                .expectException(Refused.with("part-locked"));
    }
}
