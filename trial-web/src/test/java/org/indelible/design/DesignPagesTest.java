package org.indelible.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.indelible.TemporaryHome;
import org.indelible.TestAccounts;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.indelible.commands.Acting;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.security.SignedInToken;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.trial.TrialRegistration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Drafts as their pages keep them: edited, undone, refused, discarded, published. */
@SpringBootTest(properties = "indelible.demo=false")
@ContextConfiguration(initializers = TemporaryHome.class)
@AutoConfigureMockMvc
@Import(TestAccounts.class)
class DesignPagesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private SignIn signIn;

    @Autowired
    private TrialRegistration registration;

    @Autowired
    private DesignDrafts drafts;

    private SignedInPerson builder;
    private TrialId trial;
    private String id = "";

    @BeforeEach
    void aTrialIsRegistered() {
        accounts.create("design.builder", Role.STUDY_BUILDER);
        builder = signIn.withPassword("design.builder", TestAccounts.PASSWORD);
        trial = registration.register(TrialKind.TEST, "Handmade", Acting.onPage(builder.actor()));
    }

    @Test
    @Requirement({"R46", "R59"})
    void aDraftIsEditedUndoneRefusedAndPublished() throws Exception {
        assertThat(page("/designs")).contains("No draft is being worked on");
        sent(post(at("/designs")).param("name", "First").param("from", ""));
        id = drafts.of(trial).getFirst().id();
        assertThat(page(design())).contains("Handmade").contains("There is no form yet");

        save("what=event", "name", "Base", "type", "SCHEDULED");
        save("what=form", "name", "Vitals", "events", "SE.BASE");
        save("what=group&in=F.VITALS", "name", "Pressure", "mandatory", "true");
        save(item(), "question", "Systolic", "type", "integer", "units", "mmHg", "name", "SBP");
        save(item(), "question", "Arm", "type", "text", "codes", "L = Left\nR = Right");
        save("what=check&in=I.PRESSURE.SBP", "expression", "SBP > 40", "message", "Very low", "hard", "true");
        String item = page(design() + "?what=item&in=IG.PRESSURE&oid=I.PRESSURE.SBP&form=F.VITALS");
        assertThat(item).contains("value=\"Systolic\"").contains("SBP &gt; 40").contains("Very low");
        assertThat(item.substring(item.indexOf("preview-title")))
                .contains("Systolic")
                .contains("mmHg")
                .contains("Left");

        everyEditorIsThere();
        aCheckIsTried();
        thePreviewFollows();
        anEditIsUndoneAndRedone();
        whatCannotBeDoneIsRefused();
        aListIsAddedAsAWholeOrNotAtAll();
        othersKeepOut();
        itIsPublished();
    }

    private static String item() {
        return "what=item&in=IG.PRESSURE&form=F.VITALS";
    }

    private void everyEditorIsThere() throws Exception {
        for (String place : new String[] {
            "what=study",
            "what=event&oid=SE.BASE",
            "what=event",
            "what=form&oid=F.VITALS",
            "what=form&in=SE.BASE&oid=F.VITALS",
            "what=form",
            "what=group&in=F.VITALS&oid=IG.PRESSURE",
            "what=group&in=F.VITALS",
            "what=item&in=IG.PRESSURE",
            "what=code-list&oid=CL.ARM",
            "what=code-list",
            "what=check&in=I.PRESSURE.SBP&oid=0",
            "what=check&in=I.PRESSURE.SBP"
        }) {
            assertThat(page(design() + "?" + place)).contains("editor-title").contains("preview-fields");
        }
        assertThat(status(get(at(design() + "?what=item&in=IG.PRESSURE&oid=I.NONE"))))
                .isEqualTo(404);
        assertThat(status(get(at("/designs/none")))).isEqualTo(404);
    }

    private void aCheckIsTried() throws Exception {
        String test = design() + "/test?what=check&in=I.PRESSURE.SBP&oid=0";
        assertThat(page(test)).contains("SBP &gt; 40");
        assertThat(text(post(at(test)).param("v0", "39")))
                .contains("the check fires")
                .contains("Very low");
        assertThat(text(post(at(test)).param("v0", "41"))).contains("does not fire");
        assertThat(text(post(at(test)).param("v0", "low")))
                .contains("cannot be read")
                .contains("SBP");
    }

    private void thePreviewFollows() throws Exception {
        int before = draft().step();
        assertThat(text(post(at(design() + "/look?" + item()))
                        .param("step", step())
                        .param("question", "Diastolic")
                        .param("type", "integer")))
                .contains("Diastolic");
        assertThat(status(post(at(design() + "/look?" + item()))
                        .param("step", step())
                        .param("type", "integer")))
                .isEqualTo(204);
        String typed = text(post(at(design() + "/preview?what=form&oid=F.VITALS&form=F.VITALS"))
                .param("f0.group", "IG.PRESSURE")
                .param("f0.key", "")
                .param("f0.item", "I.PRESSURE.SBP")
                .param("f0.seq", "-1")
                .param("f0.value", "20")
                .header("HX-Request", "true"));
        assertThat(typed).contains("Very low");
        assertThat(draft().step()).isEqualTo(before);
    }

    private void anEditIsUndoneAndRedone() throws Exception {
        String before = build().hash();
        save(item(), "question", "A mistake", "type", "text");
        String after = build().hash();
        assertThat(after).isNotEqualTo(before);
        sent(post(at(design() + "/undo")).param("step", step()));
        assertThat(build().hash()).isEqualTo(before);
        sent(post(at(design() + "/redo")).param("step", step()));
        assertThat(build().hash()).isEqualTo(after);
        sent(post(at(design() + "/arrange?what=item&in=IG.PRESSURE&oid=I.PRESSURE.A-MISTAKE"))
                .param("step", step())
                .param("act", "remove"));
        assertThat(build().hash()).isEqualTo(before);
    }

    private void whatCannotBeDoneIsRefused() throws Exception {
        String before = build().hash();
        String unnamed = text(
                post(at(design() + "/save?" + item())).param("step", step()).param("type", "integer"));
        assertThat(unnamed).contains("Say what is asked").contains("href=\"#question\"");
        String late = text(post(at(design() + "/save?" + item()))
                .param("step", "1")
                .param("question", "Too late")
                .param("type", "integer"));
        assertThat(late).contains("changed meanwhile").contains("value=\"Too late\"");
        assertThat(build().hash()).isEqualTo(before);
    }

    private void aListIsAddedAsAWholeOrNotAtAll() throws Exception {
        String before = build().hash();
        String refused = list("form,question,type\nHistory,Smokes,text\nHistory,Drinks,number\n");
        assertThat(refused)
                .contains("Nothing was added")
                .contains("is no kind of answer")
                .contains("<td class=\"number\">3</td>");
        assertThat(build().hash()).isEqualTo(before);
        list("form,question,type\nHistory,Smokes,text\nHistory,Drinks,text\n");
        assertThat(build().forms()).hasSize(2);
        assertThat(page(design() + "/items")).contains("not_asked_when");
        assertThat(page(design() + "/items/template.csv")).startsWith("form,group,");
    }

    private String list(String csv) throws Exception {
        MockMultipartFile file =
                new MockMultipartFile("document", "list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        return text(multipart(at(design() + "/items")).file(file).param("step", step()));
    }

    private void othersKeepOut() throws Exception {
        accounts.create("design.monitor", Role.MONITOR);
        SignedInPerson monitor = signIn.withPassword("design.monitor", TestAccounts.PASSWORD);
        MockHttpServletResponse refused = mvc.perform(
                        get(at(design())).with(authentication(new SignedInToken(monitor))))
                .andReturn()
                .getResponse();
        assertThat(refused.getForwardedUrl()).isEqualTo("/problem");
        assertThat(refused.getContentAsString()).isEmpty();
    }

    private void itIsPublished() throws Exception {
        save("what=check&in=I.PRESSURE.SBP", "expression", "SBP >", "message", "");
        assertThat(page(design() + "/publish")).contains("disabled");
        assertThat(text(post(at(design() + "/publish")).param("step", step()))).contains("has errors");
        sent(post(at(design() + "/undo")).param("step", step()));
        String hash = build().hash();
        MockHttpServletResponse published = sent(post(at(design() + "/publish")).param("step", step()));
        assertThat(published.getRedirectedUrl()).endsWith("/builds/" + hash);
        assertThat(page("/builds/" + hash)).contains("Systolic").contains("Very low");
        assertThat(page("/designs")).contains("What became of earlier drafts");
        assertThat(text(post(at(design() + "/save?" + item()))
                        .param("step", step())
                        .param("question", "After the fact")
                        .param("type", "text")))
                .contains("changed meanwhile");
    }

    private DraftDesign draft() {
        return drafts.find(trial, id).orElseThrow();
    }

    private StudyBuild build() {
        return drafts.build(draft());
    }

    private String step() {
        return Integer.toString(draft().step());
    }

    private String design() {
        return "/designs/" + id;
    }

    private String at(String path) {
        return "/trials/" + trial + path;
    }

    private void save(String place, String... fields) throws Exception {
        int before = draft().step();
        var request = post(at(design() + "/save?" + place)).param("step", step());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse saved = sent(request);
        assertThat(saved.getStatus()).as(saved.getContentAsString()).isEqualTo(302);
        assertThat(draft().step()).isNotEqualTo(before);
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse response = sent(get(at(path)));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString();
    }

    private String text(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return sent(request).getContentAsString();
    }

    private int status(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return sent(request).getStatus();
    }

    private MockHttpServletResponse sent(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(authentication(new SignedInToken(builder))))
                .andReturn()
                .getResponse();
    }
}
