package org.indelible.anchoring.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.json.JsonFormatException;
import org.indelible.anchoring.json.StrictJson;
import org.indelible.anchoring.passkey.Challenges;
import tools.jackson.databind.JsonNode;

/**
 * By whose word seals and signatures are a person's: by that of a passkey, which nobody else holds, or by that of the installation alone. A
 * passkey's word that is there is always checked; that there is none is told, and is no failure.
 */
public final class Attributions {
    private static final String SYSTEM = "SYSTEM";
    private static final String SIGNED_IN = "signed-in";
    private static final String BY_PASSKEY = "PASSKEY";
    private static final Set<String> SIGNATURES = Set.of("form-signed", "visit-signed", "casebook-signed");

    private final Function<String, Optional<PlatformCertification>> platform;
    private final Function<String, Optional<byte[]>> blobs;
    private final Findings findings;
    private final PasskeyWord word;
    private final Map<String, Boolean> bound = new HashMap<>();
    private long sealedByPasskey;
    private long sealedByServer;
    private long sealedBySystems;
    private long signedByPasskey;
    private long signedByPassword;

    /**
     * @param platform finds the platform entry with this hash
     * @param blobs finds a blob by its address
     */
    public Attributions(
            Function<String, Optional<PlatformCertification>> platform,
            Function<String, Optional<byte[]>> blobs,
            Findings findings) {
        this.platform = platform;
        this.blobs = blobs;
        this.findings = findings;
        this.word = new PasskeyWord(platform);
    }

    public void add(ExaminedEntry examined) {
        if (examined.parsed().isEmpty() || examined.has(Check.SEAL)) {
            return;
        }
        ParsedEntry entry = examined.parsed().get();
        count(entry);
        String type = entry.claims().evt();
        if (type.equals(SIGNED_IN) && entry.data().path("passkey").isObject()) {
            word.problemOfSignIn(entry)
                    .ifPresent(problem -> failed(
                            examined,
                            "the passkey's word that the key of this sign-in is the person's does not hold: "
                                    + problem));
        } else if (SIGNATURES.contains(type)) {
            signature(examined, entry);
        }
    }

    private void count(ParsedEntry entry) {
        if (entry.claims().act().path("role").asString("").equals(SYSTEM)) {
            sealedBySystems++;
        } else if (bound.computeIfAbsent(entry.claims().auth(), this::isBound)) {
            sealedByPasskey++;
        } else {
            sealedByServer++;
        }
    }

    /** Whether the sign-in with this hash certified a key that a passkey agreed to. */
    private boolean isBound(String auth) {
        return platform.apply(auth)
                .flatMap(signIn -> PasskeyWord.parse(signIn.compact()))
                .filter(signIn -> signIn.data().path("passkey").isObject())
                .filter(signIn -> word.problemOfSignIn(signIn).isEmpty())
                .isPresent();
    }

    private void signature(ExaminedEntry examined, ParsedEntry entry) {
        JsonNode authentication = entry.data().path("signature").path("authentication");
        if (!authentication.path("method").asString("").equals(BY_PASSKEY)) {
            signedByPassword++;
            return;
        }
        Optional<JsonNode> proof =
                blobs.apply(authentication.path("assertion").asString("")).flatMap(Attributions::json);
        Optional<String> problem = proof.isEmpty()
                ? Optional.of("its assertion is not there")
                : word.problem(
                        proof.get(),
                        authentication.path("account").asString(""),
                        Challenges.signature(
                                entry.claims().stream(), entry.claims().evt(), entry.data()));
        problem.ifPresentOrElse(
                why -> failed(examined, "the passkey's word on this signature does not hold: " + why),
                () -> signedByPasskey++);
    }

    private static Optional<JsonNode> json(byte[] blob) {
        try {
            return Optional.of(StrictJson.read(blob));
        } catch (JsonFormatException none) {
            return Optional.empty();
        }
    }

    private void failed(ExaminedEntry entry, String message) {
        findings.failed(Check.ATTRIBUTION, EntryRef.of(entry.row()), message);
    }

    /** Says how many stand at which level. */
    public void finish() {
        findings.checked(
                Check.ATTRIBUTION,
                "records sealed with keys that their authors' passkeys bound to them: " + sealedByPasskey
                        + "; with keys of which the installation alone says whose they are: " + sealedByServer
                        + "; by systems: " + sealedBySystems + ". Signatures that a passkey confirmed: "
                        + signedByPasskey + "; that rest on a password which the installation checked: "
                        + signedByPassword);
    }
}
