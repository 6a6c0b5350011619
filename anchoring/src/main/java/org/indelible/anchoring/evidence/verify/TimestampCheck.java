package org.indelible.anchoring.evidence.verify;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.timestamp.Certificates;
import org.indelible.anchoring.timestamp.EvidenceRecord;
import org.indelible.anchoring.timestamp.EvidenceVerifier;
import org.indelible.anchoring.timestamp.TimestampFormatException;
import org.indelible.anchoring.timestamp.TimestampToken;
import org.indelible.anchoring.timestamp.TimestampVerificationException;
import org.indelible.anchoring.timestamp.TimestampVerifier;
import org.indelible.anchoring.timestamp.VerifiedEvidence;
import org.indelible.anchoring.timestamp.VerifiedTimestamp;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Findings;

/**
 * Every token (RFC 3161) and evidence record (RFC 4998) of a bundle: well-formed, over a checkpoint that is in the bundle, signed, issued by
 * a certificate for time-stamping, and by an authority that the reader trusts. One of an authority that the reader did not name is checked
 * all the same, and counts for nothing.
 */
final class TimestampCheck {
    static final String DIRECTORY = "timestamps/";
    static final String CERTIFICATES = DIRECTORY + "certificates.pem";

    private static final Pattern NAME =
            Pattern.compile(DIRECTORY + "(ledger|platform)/(0|[1-9][0-9]{0,17})-(0|[1-9][0-9]{0,3})\\.(tst|ers)");

    private final CheckedBundle bundle;
    private final Manifest manifest;
    private final VerifierOptions options;
    private final Announcements announced;
    private final TrustedTimes times;
    private final Findings findings;
    private final Map<String, Integer> untrusted = new TreeMap<>();
    private List<X509Certificate> bundled = List.of();
    private int checked;
    private long covered = -1;

    TimestampCheck(
            CheckedBundle bundle,
            Manifest manifest,
            VerifierOptions options,
            Announcements announced,
            TrustedTimes times,
            Findings findings) {
        this.bundle = bundle;
        this.manifest = manifest;
        this.options = options;
        this.announced = announced;
        this.times = times;
        this.findings = findings;
    }

    /** Whether a bundle has files of this name. */
    static boolean isName(String name) {
        return name.equals(CERTIFICATES) || NAME.matcher(name).matches();
    }

    void run(LogTree trial, LogTree platform) throws IOException {
        List<String> names = new ArrayList<>(bundle.below(DIRECTORY));
        names.removeIf(name -> !isName(name));
        if (names.remove(CERTIFICATES)) {
            readCertificates();
        }
        for (String name : names) {
            Matcher parts = NAME.matcher(name);
            if (parts.matches()) {
                boolean ofTrial = parts.group(1).equals("ledger");
                check(
                        name,
                        ofTrial ? manifest.trialLog() : manifest.platformLog(),
                        ofTrial ? trial : platform,
                        Long.parseLong(parts.group(2)),
                        parts.group(4).equals("ers"));
            }
        }
        conclude(names.size());
    }

    private void readCertificates() throws IOException {
        try {
            bundled = Certificates.readPem(bundle.read(CERTIFICATES));
        } catch (EvidenceFormatException | CertificateException e) {
            findings.failed(Check.TIME_STAMP, CERTIFICATES, "it holds no certificates: " + e.getMessage());
        }
    }

    private void check(String name, BundledLog log, LogTree tree, long size, boolean renewed) throws IOException {
        try {
            byte[] content = bundle.read(name);
            Optional<SignedNote> stamped = tree.note(size);
            if (stamped.isEmpty()) {
                findings.failed(Check.TIME_STAMP, name, "the bundle has no checkpoint of " + size + " entries");
                return;
            }
            String origin = manifest.identity().origin(log.name());
            byte[] data = stamped.get().signedBy(origin).toBytes();
            verify(name, log, size, content, data, renewed);
        } catch (EvidenceFormatException | TimestampFormatException e) {
            findings.failed(Check.TIME_STAMP, name, String.valueOf(e.getMessage()));
        }
    }

    private void verify(String name, BundledLog log, long size, byte[] content, byte[] data, boolean renewed)
            throws TimestampFormatException {
        try {
            VerifiedEvidence verified = verified(options.authorities(), content, data, renewed);
            checked++;
            OptionalLong entries = announced.entries(log, size);
            if (verified.verifiableUntil().isBefore(options.clock().instant())) {
                findings.notChecked(
                        Check.TIME_STAMP,
                        name,
                        "its certificate ended at " + verified.verifiableUntil()
                                + " and it was not renewed, so it proves nothing any more");
            } else if (entries.isPresent()) {
                covered = Math.max(covered, entries.getAsLong());
                times.add(
                        entries.getAsLong(),
                        verified.time(),
                        "time-stamp authority "
                                + verified.timestamps().getFirst().authority());
            }
        } catch (TimestampVerificationException e) {
            if (e.check() == TimestampVerificationException.Check.CHAIN) {
                untrusted(name, content, data, renewed);
            } else {
                findings.failed(Check.TIME_STAMP, name, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Of nobody the reader named; what it is over and that its certificate signed it is checked before any path is looked for. */
    private void untrusted(String name, byte[] content, byte[] data, boolean renewed) throws TimestampFormatException {
        try {
            VerifiedTimestamp first =
                    verified(bundled, content, data, renewed).timestamps().getFirst();
            untrusted.merge(first.authority(), 1, Integer::sum);
        } catch (TimestampVerificationException e) {
            if (e.check() == TimestampVerificationException.Check.CHAIN) {
                untrusted.merge("an authority without a certificate at hand", 1, Integer::sum);
            } else {
                findings.failed(Check.TIME_STAMP, name, String.valueOf(e.getMessage()));
            }
        }
    }

    private VerifiedEvidence verified(List<X509Certificate> trusted, byte[] content, byte[] data, boolean renewed)
            throws TimestampFormatException, TimestampVerificationException {
        TimestampVerifier verifier = new TimestampVerifier(trusted, bundled);
        return renewed
                ? new EvidenceVerifier(verifier).verify(EvidenceRecord.parse(content), data)
                : new VerifiedEvidence(List.of(verifier.verify(TimestampToken.parse(content), data)));
    }

    private void conclude(int stamps) {
        untrusted.forEach((authority, count) -> findings.notChecked(
                Check.TIME_STAMP,
                authority,
                count + (count == 1 ? " time-stamp is" : " time-stamps are")
                        + " whole and of checkpoints in this bundle, by an authority that you have not named"
                        + " as one you trust"));
        if (stamps == 0) {
            findings.notChecked(Check.TIME_STAMP, "bundle", "there are no time-stamps in the bundle");
        } else if (checked > 0 && covered < manifest.treeSize()) {
            findings.notChecked(
                    Check.TIME_STAMP,
                    "the latest time-stamp",
                    covered < 0
                            ? "no time-stamp is over anything of this trial"
                            : "it is over the first " + covered + " entries; the " + (manifest.treeSize() - covered)
                                    + " after them were not yet stamped when the bundle was made");
        }
        findings.checked(Check.TIME_STAMP, checked + " time-stamps by authorities you trust, over all entries");
    }
}
