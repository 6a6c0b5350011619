package org.indelible.anchoring.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.json.FixedJson;
import org.indelible.anchoring.json.JsonFormatException;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.EncodingException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bundle is about, its file {@code manifest.json}.
 *
 * @param identity name of the installation, and the key under which it signs its checkpoints and this bundle
 * @param treeSize the point as of which the trial is shown: its first so many entries
 * @param asOf that point as it was asked for; empty for now
 * @param made when, by the installation's clock
 * @param recipient whom the bundle was made for
 * @param withheld classes of disclosures that are not in it, by profile or because the recipient may not see them
 * @param complete whether every entry up to {@code treeSize} is in it
 * @param names under which the two ledgers sign: another than their own once a loss was recovered from
 */
public record Manifest(
        LogIdentity identity,
        String ledger,
        long treeSize,
        Optional<String> asOf,
        Instant made,
        Recipient recipient,
        EvidenceScope scope,
        EvidenceProfile profile,
        Set<DisclosureClass> withheld,
        boolean complete,
        long size,
        long platformSize,
        Names names) {
    public static final String NAME = "manifest.json";
    public static final String FORMAT = "indelible-evidence/1";
    private static final String PLATFORM_LEDGER = "platform";

    /** Account, role in force and organisation of whom a bundle was made for, by pseudonymous ids. */
    public record Recipient(String account, String role, String organisation) {}

    /** Names of the trial's ledger and of the platform's. */
    public record Names(LogName trial, LogName platform) {
        public static Names own(String ledger) {
            return new Names(new LogName(ledger, 1), new LogName(PLATFORM_LEDGER, 1));
        }

        boolean own() {
            return trial.generation() == 1 && platform.generation() == 1;
        }
    }

    public Manifest {
        withheld = Set.copyOf(withheld);
        if (treeSize < 0 || size < treeSize || platformSize < 0 || ledger.isBlank() || ledger.contains("/")) {
            throw new IllegalArgumentException("a bundle shows a ledger as of a size that a checkpoint covers");
        }
        if (!names.trial().ledger().equals(ledger) || !names.platform().ledger().equals(PLATFORM_LEDGER)) {
            throw new IllegalArgumentException("a ledger signs under its own name, or a successor's of it");
        }
        identity.verifier(names.trial().toString());
    }

    public BundledLog trialLog() {
        return new BundledLog(names.trial(), BundledLog.TRIAL, size, complete);
    }

    public BundledLog platformLog() {
        return new BundledLog(names.platform(), BundledLog.PLATFORM, platformSize, false);
    }

    public byte[] toBytes() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("installation", identity.installation());
        json.put("key", Base64Text.STANDARD.encode(identity.key().encoded()));
        json.put("ledger", ledger);
        json.put("treeSize", treeSize);
        asOf.ifPresent(point -> json.put("asOf", point));
        json.put("made", made.toString());
        json.putObject("madeFor")
                .put("account", recipient.account())
                .put("role", recipient.role())
                .put("organisation", recipient.organisation());
        ObjectNode about = json.putObject("scope").put("kind", scope.kind());
        scope.site().ifPresent(site -> about.put("site", site));
        scope.participant().ifPresent(participant -> about.put("participant", participant));
        scope.form().ifPresent(form -> about.put("form", form));
        json.put("profile", profile.code());
        ArrayNode classes = json.putArray("withheld");
        withheld.stream().map(Enum::name).sorted().forEach(classes::add);
        json.put("complete", complete);
        json.putObject("checkpoints").put("ledger", size).put("platform", platformSize);
        if (!names.own()) {
            json.putObject("logs")
                    .put("ledger", names.trial().toString())
                    .put("platform", names.platform().toString());
        }
        return FixedJson.write(json);
    }

    /** Reads what {@link #toBytes} writes, and nothing else. */
    public static Manifest parse(byte[] bytes) throws EvidenceFormatException {
        try {
            Manifest manifest = of(FixedJson.read(bytes));
            if (!Arrays.equals(manifest.toBytes(), bytes)) {
                throw new EvidenceFormatException(
                        NAME + " has something else, or in another order, than a manifest has");
            }
            return manifest;
        } catch (JsonFormatException | EncodingException | IllegalArgumentException | DateTimeException e) {
            throw new EvidenceFormatException(NAME + ": " + e.getMessage(), e);
        }
    }

    private static Manifest of(JsonNode json) throws EncodingException, EvidenceFormatException {
        if (!text(json, "format").equals(FORMAT)) {
            throw new EvidenceFormatException(
                    "this verifier reads " + FORMAT + ", the bundle says it is " + text(json, "format"));
        }
        JsonNode madeFor = json.path("madeFor");
        return new Manifest(
                new LogIdentity(
                        text(json, "installation"),
                        Ed25519Key.of(Base64Text.STANDARD.decode(text(json, "key"), Ed25519Key.BYTES))),
                text(json, "ledger"),
                json.path("treeSize").asLong(-1),
                optional(json, "asOf"),
                Instant.parse(text(json, "made")),
                new Recipient(text(madeFor, "account"), text(madeFor, "role"), text(madeFor, "organisation")),
                scope(json.path("scope")),
                EvidenceProfile.ofCode(text(json, "profile"))
                        .orElseThrow(() -> new EvidenceFormatException(NAME + " has an unknown profile")),
                classes(json.path("withheld")),
                json.path("complete").asBoolean(false),
                json.path("checkpoints").path("ledger").asLong(-1),
                json.path("checkpoints").path("platform").asLong(-1),
                names(json));
    }

    private static Names names(JsonNode json) throws EvidenceFormatException {
        return json.has("logs")
                ? new Names(
                        LogName.parse(text(json.path("logs"), "ledger")),
                        LogName.parse(text(json.path("logs"), "platform")))
                : Names.own(text(json, "ledger"));
    }

    private static EvidenceScope scope(JsonNode scope) throws EvidenceFormatException {
        return switch (text(scope, "kind")) {
            case "trial" -> new EvidenceScope.Trial();
            case "site" -> new EvidenceScope.Site(text(scope, "site"));
            case "participant" -> new EvidenceScope.Participant(text(scope, "participant"));
            case "form" -> new EvidenceScope.Form(text(scope, "participant"), text(scope, "form"));
            default -> throw new EvidenceFormatException(NAME + " has an unknown scope");
        };
    }

    private static Set<DisclosureClass> classes(JsonNode names) {
        Set<DisclosureClass> classes = EnumSet.noneOf(DisclosureClass.class);
        names.forEach(name -> classes.add(DisclosureClass.valueOf(name.asString(""))));
        return classes;
    }

    private static Optional<String> optional(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name).asString("")) : Optional.empty();
    }

    private static String text(JsonNode json, String name) throws EvidenceFormatException {
        String text = json.path(name).asString("");
        if (text.isEmpty()) {
            throw new EvidenceFormatException(NAME + " lacks " + name);
        }
        return text;
    }
}
