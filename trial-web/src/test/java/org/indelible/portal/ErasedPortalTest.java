package org.indelible.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.indelible.DemoHome;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.ledger.DisclosureRef;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.platform.domain.Erasures;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;
import org.indelible.readmodel.history.HistoryQueries;
import org.indelible.readmodel.history.ValueChange;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.security.SignedInToken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

/** Whatever is erased of a running application's store: every page opens, says "erased" where it was, and the ledger verifies. */
@SpringBootTest(properties = {"indelible.demo=true", "indelible.demo-password=" + DemoPortalTest.PASSWORD})
@ContextConfiguration(initializers = DemoHome.class)
@AutoConfigureMockMvc
class ErasedPortalTest {
    private static final String TRIAL = "de300000-0000-4000-8000-000000000301";
    private static final String PORTAL = "/trials/" + TRIAL;
    private static final Visibility OF_THE_SITE =
            new Visibility(true, false, Optional.of(java.util.Set.of("701")), Optional.empty());

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Erasures erasures;

    @Autowired
    private LedgerStore ledgers;

    @Autowired
    private LedgerVerifier verifier;

    @Autowired
    private CasebookQueries casebooks;

    @Autowired
    private HistoryQueries history;

    @Autowired
    private AsOfResolver points;

    @Autowired
    private JdbcClient jdbc;

    private record Ref(long leafIndex, String digest) {}

    @Test
    @Requirement({"R68", "R69"})
    void whateverIsErasedThePagesSaySoAndTheLedgerVerifies() throws Exception {
        SignedInPerson investigator = signIn.withPassword("investigator", DemoPortalTest.PASSWORD);
        Random random = new Random(20261122);
        int erased = 0;
        for (double share : new double[] {0.4, 1}) {
            erased += erase(share, random);
            int said = openEverything(investigator);
            assertThat(said).as("%s disclosures erased", erased).isPositive();
            assertThat(verifier.verifyAll((name, done, total) -> {}).findings())
                    .noneMatch(finding -> finding.outcome() == Outcome.FAILED);
        }
        assertThat(erased).isGreaterThan(50);
        assertThat(remaining()).isEmpty();
    }

    /** A random share of what is left. */
    private int erase(double share, Random random) {
        List<DisclosureRef> chosen = remaining().stream()
                .filter(ref -> random.nextDouble() < share)
                .map(ref -> new DisclosureRef(TRIAL, ref.leafIndex(), ref.digest()))
                .toList();
        erasures.erase(ledgers.entry(TRIAL, 0).orElseThrow().entryHash(), TRIAL, chosen);
        return chosen.size();
    }

    private List<Ref> remaining() {
        return jdbc.sql("select leaf_index, digest from ledger.erasable_disclosure where ledger = :ledger")
                .param("ledger", TRIAL)
                .query((row, number) -> new Ref(row.getLong(1), row.getString(2)))
                .list();
    }

    /** @return how often a page said "erased" where something was */
    private int openEverything(SignedInPerson investigator) throws Exception {
        long half = ledgers.ledgerSize(TRIAL) / 2;
        long later = ledgers.ledgerSize(TRIAL) - 10;
        for (String path : List.of("/", PORTAL, PORTAL + "/participants", PORTAL + "/sites/701", PORTAL + "/ledger")) {
            page(investigator, path);
        }
        page(investigator, PORTAL + "/participants?asOf=" + half);
        int said = 0;
        for (String participant : participants()) {
            String path = PORTAL + "/participants/" + participant;
            page(investigator, path);
            page(investigator, path + "/sign");
            String api = "/api/v1" + path;
            page(investigator, api + "?asOf=" + later);
            page(investigator, path + "?asOf=" + later);
            CasebookView casebook = casebook(participant);
            String json = page(investigator, api);
            assertThat(json.contains("\"erased\""))
                    .as(api)
                    .isEqualTo(items(casebook).anyMatch(ErasedPortalTest::shownErased));
            for (EventView visit : casebook.events()) {
                for (FormView form : visit.forms()) {
                    said += openForm(investigator, path, participant, visit, form);
                }
            }
        }
        return said;
    }

    private int openForm(SignedInPerson investigator, String path, String participant, EventView visit, FormView form)
            throws Exception {
        int said = 0;
        UriComponentsBuilder address = UriComponentsBuilder.newInstance()
                .queryParam("event", visit.oid())
                .queryParam("eventKey", visit.key().orElse(""))
                .queryParam("form", form.oid())
                .queryParam("formKey", form.key().orElse(""));
        String shown = page(investigator, path + "/form" + address.toUriString());
        long erasedHere = form.groups().stream()
                .flatMap(group -> group.items().stream())
                .filter(item ->
                        item.value().text().filter(Erased.class::isInstance).isPresent())
                .count();
        if (erasedHere > 0) {
            assertThat(shown).as(path + address).contains("status-erased");
            said++;
        }
        if (!form.groups().isEmpty()) {
            page(investigator, path + "/sign" + address.toUriString());
        }
        for (GroupView group : form.groups()) {
            for (ItemView item : group.items()) {
                if (item.changed() || erasedHere > 0) {
                    said += openHistory(investigator, path, participant, visit, form, group, item, address);
                }
            }
        }
        return said;
    }

    private int openHistory(
            SignedInPerson investigator,
            String path,
            String participant,
            EventView visit,
            FormView form,
            GroupView group,
            ItemView item,
            UriComponentsBuilder address)
            throws Exception {
        List<ValueChange> changes = history.history(
                points.now(TRIAL),
                OF_THE_SITE,
                participant,
                new DataPoint(visit.oid(), visit.key(), form.oid(), form.key(), group.oid(), group.key(), item.oid()));
        String shown = page(
                investigator,
                path + "/history"
                        + address.cloneBuilder()
                                .queryParam("group", group.oid())
                                .queryParam("groupKey", group.key().orElse(""))
                                .queryParam("item", item.oid())
                                .toUriString());
        boolean gone = changes.stream()
                .anyMatch(change -> change.reason()
                                .filter(reason -> reason.text() instanceof Erased)
                                .isPresent()
                        || change.after()
                                .flatMap(value -> value.text())
                                .filter(Erased.class::isInstance)
                                .isPresent());
        if (gone) {
            assertThat(shown).as(path + " " + item.oid()).contains("erased");
        }
        return gone ? 1 : 0;
    }

    private String page(SignedInPerson person, String path) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(path).with(authentication(new SignedInToken(person))))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private List<String> participants() {
        return jdbc.sql("select participant from read.participant_site where trial = :trial and site = '701'")
                .param("trial", TRIAL)
                .query(String.class)
                .list();
    }

    private CasebookView casebook(String participant) {
        AsOf now = points.now(TRIAL);
        return casebooks.casebook(now, OF_THE_SITE, participant).orElseThrow();
    }

    private static Stream<ItemView> items(CasebookView casebook) {
        List<ItemView> items = new ArrayList<>();
        casebook.events()
                .forEach(visit -> visit.forms()
                        .forEach(form -> form.groups().stream()
                                .filter(group -> !group.inactivated())
                                .forEach(group -> items.addAll(group.items()))));
        return items.stream();
    }

    private static boolean shownErased(ItemView item) {
        return !item.inactivated()
                && item.value().text().filter(Erased.class::isInstance).isPresent();
    }
}
