package org.indelible.protocols.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyBuildTest {
    private final StudyBuild build = StudyBuild.of(SmallBuild.content());

    @Test
    void canonicalJsonRoundTrips() {
        StudyBuild again = StudyBuild.fromCanonicalJson(build.canonicalJson());
        assertThat(again.content()).isEqualTo(build.content());
        assertThat(again.canonicalJson()).isEqualTo(build.canonicalJson());
        assertThat(again.hash()).isEqualTo(build.hash());
        assertThat(again).isEqualTo(build).hasSameHashCodeAs(build);
    }

    /** Golden: a changed hash means that builds already cited by entries can no longer be found by content. */
    @Test
    void hashOfAKnownBuildNeverChanges() {
        assertThat(build.hash()).isEqualTo("F23rcCrLS7WCaCx-OTcvXfe_C_ZzLHhNFCZiq7_xdko");
    }

    @Test
    void keysAreSortedAndWhatIsEmptyIsLeftOut() {
        String json = new String(build.canonicalJson(), UTF_8);
        assertThat(json).startsWith("{\"codeLists\":[{\"dataType\":\"integer\",\"entries\":");
        assertThat(json)
                .doesNotContain("null", "[]", "{}", "\"\"}", "\"blinding\"")
                .contains("\"identifying\":true");
    }

    @Test
    void anotherFormOfTheSameJsonIsRefused() {
        byte[] spaced = (" " + new String(build.canonicalJson(), UTF_8)).getBytes(UTF_8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyBuild.fromCanonicalJson(spaced))
                .withMessageContaining("not its canonical form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyBuild.fromCanonicalJson("{\"x\":1}".getBytes(UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(() -> StudyBuild.fromCanonicalJson("null".getBytes(UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(() -> StudyBuild.fromCanonicalJson(new byte[0]));
    }

    @Test
    void definitionsAreFoundByOid() {
        assertThat(build.item("I.1")).map(ItemDef::name).contains("SYSBP");
        assertThat(build.item("I.2")).isEmpty();
        assertThat(build.event("SE.1").flatMap(e -> e.formRef("F.1"))).isPresent();
    }

    @Test
    void visitWindowIsReadFromItsAlias() {
        VisitWindow window = build.event("SE.1").flatMap(StudyEventDef::window).orElseThrow();
        LocalDate anchor = LocalDate.of(2026, 2, 20);
        assertThat(window.anchor()).isEqualTo(new VisitWindow.Anchor("SE.0", "F.1", "IG.1", "I.1"));
        assertThat(List.of(window.opens(anchor), window.due(anchor), window.closes(anchor)))
                .containsExactly(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 8));
        assertThat(VisitWindow.parse("target=soon")).isEmpty();
        assertThat(VisitWindow.parse("anchor=a/b/c/d;item=i;target=14 days")).isEmpty();
    }

    @Test
    void textFallsBackFromRegionToLanguageToEnglish() {
        TranslatedText text = new TranslatedText(Map.of("de", "ja", "en-US", "yes"));
        assertThat(text.in("de-CH")).isEqualTo("ja");
        assertThat(text.in("fr")).isEqualTo("yes");
        assertThat(TranslatedText.none().in("en")).isEmpty();
        assertThat(TranslatedText.of("", "only").in("en")).isEqualTo("only");
    }
}
