package org.indelible.casebook;

import java.util.Optional;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What an address asks to sign: a form; a visit, where no form is named; the casebook, where no visit is. */
record SigningTarget(String event, String eventKey, String form, String formKey) {
    SigningTarget(@Nullable String event, @Nullable String eventKey, @Nullable String form, @Nullable String formKey) {
        this.event = given(event);
        this.eventKey = given(eventKey);
        this.form = given(form);
        this.formKey = given(formKey);
    }

    static SigningTarget visit(EventView visit) {
        return new SigningTarget(visit.oid(), visit.key().orElse(""), "", "");
    }

    /** {@code form}, {@code visit} or {@code casebook}, as in messages. */
    public String kind() {
        return event.isEmpty() ? "casebook" : form.isEmpty() ? "visit" : "form";
    }

    SignatureScope scope() {
        return switch (kind()) {
            case "form" -> SignatureScope.of(address().ref());
            case "visit" -> SignatureScope.of(new VisitRef(event, new RepeatKey(eventKey)));
            default -> SignatureScope.wholeCasebook();
        };
    }

    FormAddress address() {
        return new FormAddress(event, eventKey, form, formKey);
    }

    Optional<FormAddress> current() {
        return form.isEmpty() ? Optional.empty() : Optional.of(address());
    }

    boolean covers(EventView visit, FormView of) {
        return covers(visit)
                && (form.isEmpty()
                        || form.equals(of.oid()) && formKey.equals(of.key().orElse("")));
    }

    boolean covers(EventView visit) {
        return event.isEmpty()
                || event.equals(visit.oid()) && eventKey.equals(visit.key().orElse(""));
    }

    /** A page of this below a path. */
    public String at(String path) {
        return switch (kind()) {
            case "form" -> address().at(path);
            case "visit" ->
                UriComponentsBuilder.fromUriString(path)
                        .queryParam("event", "{event}")
                        .queryParam("eventKey", "{eventKey}")
                        .encode()
                        .buildAndExpand(event, eventKey)
                        .toUriString();
            default -> path;
        };
    }

    /** Where the signature will be seen: the form, or the casebook. */
    public String back(TrialPage page, String participant) {
        String casebook = "/participants/" + CasebookPaths.segment(participant);
        return form.isEmpty() ? page.link(casebook) : address().at(page.link(casebook + "/form"));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
