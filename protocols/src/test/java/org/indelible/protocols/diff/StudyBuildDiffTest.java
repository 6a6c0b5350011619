package org.indelible.protocols.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.testing.Lzzt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The amendment of a real trial changes what its README says, and nothing else. */
@Tag("R59")
class StudyBuildDiffTest {
    private final StudyBuild v1 = Lzzt.metadata("lzzt-protocol-v1.xml").build().orElseThrow();
    private final StudyBuild v2 = Lzzt.metadata("lzzt-protocol-v2.xml").build().orElseThrow();

    @Test
    void theAmendmentOfLzztChangesWhatItsReadmeNames() {
        StudyBuildDiff diff = StudyBuildDiff.between(v1, v2);
        List<String> words = diff.substance().stream()
                .map(BuildChange::words)
                .map(w -> w.replaceAll("\\(SE\\.SCR1, .*SE\\.UNS\\)", ""))
                .toList();
        assertThat(words)
                .containsExactlyInAnyOrder(
                        "New form \"Chemistry\" (F.LBCH) at 14 places , with 1 item group, 19 items, 4 units.",
                        "New form \"Haematology\" (F.LBHE) at 14 places , with 1 item group, 19 items, 5 units.",
                        "New item \"AEACN\" (I.AE.AEACN) in IG.AE.MAIN, mandatory, with 1 code list.",
                        "A check of item \"SYSBP\" (I.VS.SYSBP) changed from 'LE 180 (soft): Systolic blood pressure above"
                                + " 180. Please confirm.' to 'LE 200 (soft): Systolic blood pressure above 200. Please"
                                + " confirm.'.",
                        "The text of value '2' in language en of code list \"Relationship to study drug\" (CL.REL) changed"
                                + " from 'Remote (unlikely)' to 'Unlikely'.",
                        "Removed item \"AESOD\" (I.AE.AESOD) from IG.AE.SER.",
                        words.stream()
                                .filter(w -> w.startsWith("A check of item \"AESER\""))
                                .findFirst()
                                .orElseThrow(),
                        "The description in language en of event \"Week 2\" (SE.WK2) changed from 'Planned study day 14.'"
                                + " to 'Planned study day 14. Visit window: day 14 after Baseline, minus 3 to plus 3 days.'.",
                        "The visit window of event \"Week 2\" (SE.WK2) was added: '14 days after I.VS.VSDAT of SE.BL, from"
                                + " 3 days before to 3 days after'.");
        assertThat(diff.touchedForms()).containsExactly("F.AE", "F.LBCH", "F.LBHE", "F.VS");
        assertThat(diff.removedItems()).containsExactly("I.AE.AESOD");
        assertThat(diff.changes()).hasSize(diff.substance().size() + 3);
    }

    @Test
    void newFormsNameTheEventsTheyAreCollectedAtAndWhatCameWithThem() {
        BuildChange.Added chemistry = StudyBuildDiff.between(v1, v2).changes().stream()
                .filter(change -> change.subject().oid().equals("F.LBCH"))
                .map(BuildChange.Added.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(chemistry.places())
                .containsExactlyElementsOf(v2.studyEvents().stream()
                        .filter(event -> event.formRef("F.LBCH").isPresent())
                        .map(StudyEventDef::oid)
                        .toList());
        assertThat(chemistry.parts()).contains(new Subject(Kind.ITEM, "I.LBCH.ALB", "ALB"));
    }

    @Test
    void oneBuildHasNoChangesAgainstItself() {
        assertThat(StudyBuildDiff.between(v1, v1).changes()).isEmpty();
    }

    /** Whatever single thing differs, something is said of it, whichever way round. */
    @Test
    void noDifferenceGoesUnmentioned() {
        StudyBuild whole = EverythingBuild.build();
        String json = new String(whole.canonicalJson(), UTF_8);
        List<String> silent = new ArrayList<>();
        int tried = 0;
        for (String altered : EverythingBuild.alterations(json)) {
            Optional<StudyBuild> other = EverythingBuild.read(altered);
            if (other.isPresent()) {
                tried++;
                StudyBuildDiff there = StudyBuildDiff.between(whole, other.get());
                StudyBuildDiff back = StudyBuildDiff.between(other.get(), whole);
                if (there.changes().isEmpty() || back.changes().isEmpty()) {
                    silent.add(altered);
                }
                assertThat(there.changes()).allMatch(change -> change.words().endsWith("."));
            }
        }
        assertThat(tried).isGreaterThan(80);
        assertThat(silent).isEmpty();
    }

    @Test
    void aTranslationThatIsAddedOrLostIsAChange() {
        String json = new String(EverythingBuild.build().canonicalJson(), UTF_8);
        StudyBuild without = EverythingBuild.read(json.replace("\"de\":\"Systolischer Druck\",", ""))
                .orElseThrow();
        assertThat(StudyBuildDiff.between(without, EverythingBuild.build()).changes())
                .singleElement()
                .isEqualTo(new BuildChange.TextChanged(
                        new Subject(Kind.ITEM, "I.1", "SYSBP"),
                        TextField.QUESTION,
                        "de",
                        Optional.empty(),
                        Optional.of("Systolischer Druck")));
        assertThat(StudyBuildDiff.between(without, EverythingBuild.build()).touchedForms())
                .isEqualTo(Set.of("F.1"));
    }
}
