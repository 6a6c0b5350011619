package org.indelible.ledger;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.certificate.CertificateFormatException;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.anchoring.ledger.TileService;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.InclusionProof;
import org.indelible.anchoring.merkle.MerkleProofException;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.tlog.Tile;
import org.indelible.anchoring.tlog.TilePath;
import org.indelible.anchoring.tlog.TiledTree;
import org.indelible.anchoring.tlog.TlogFormatException;
import org.indelible.anchoring.verify.CertificateSource;
import org.springframework.stereotype.Component;

/** Makes the proof of an entry, and checks it while doing so. */
@Component
public class Proofs {
    private final LedgerStore ledgers;
    private final TileService tiles;
    private final CheckpointService checkpoints;
    private final CertificateSource certificates;
    private final EntryReader reader = new EntryReader();

    Proofs(LedgerStore ledgers, TileService tiles, CheckpointService checkpoints, CertificateSource certificates) {
        this.ledgers = ledgers;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.certificates = certificates;
    }

    /** Empty where there is no such entry, or none that can be read as one. */
    public Optional<Proof> of(String ledger, long leafIndex) {
        return ledgers.entry(ledger, leafIndex).flatMap(this::of);
    }

    Optional<Proof> of(StoredEntry entry) {
        try {
            ParsedEntry parsed = reader.parse(entry.sealed().compact());
            Optional<SignedCheckpoint> checkpoint = checkpoints.latest(entry.ledger());
            return Optional.of(new Proof(
                    entry.ledger(),
                    entry.leafIndex(),
                    parsed.claims(),
                    entry.leafHash(),
                    entry.entryHash(),
                    seal(parsed),
                    checkpoint
                            .filter(signed -> signed.size() > entry.leafIndex())
                            .map(signed -> inclusion(entry, signed)),
                    checkpoint.map(signed -> new Proof.CheckpointLine(
                            signed.origin(), signed.size(), signed.root(), signed.signedAt(), signed.note()))));
        } catch (EntryFormatException damaged) {
            return Optional.empty();
        }
    }

    private Proof.Seal seal(ParsedEntry entry) {
        Optional<byte[]> der = certificates.certificate(entry.kid());
        if (der.isEmpty()) {
            return new Proof.Seal(
                    entry.kid(),
                    "",
                    "",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("The author's certificate is not on file."));
        }
        try {
            AuthorCertificate author = AuthorCertificate.parse(der.get());
            return new Proof.Seal(
                    entry.kid(),
                    author.subject().account(),
                    author.subject().organisation(),
                    author.subject().roles(),
                    Optional.of(author.notBefore()),
                    Optional.of(author.notAfter()),
                    sealProblem(entry, author));
        } catch (CertificateFormatException damaged) {
            return new Proof.Seal(
                    entry.kid(),
                    "",
                    "",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(String.valueOf(damaged.getMessage())));
        }
    }

    private Optional<String> sealProblem(ParsedEntry entry, AuthorCertificate author) {
        try {
            reader.verifySeal(entry, author);
            return author.isValidAt(entry.claims().iat())
                    ? Optional.empty()
                    : Optional.of("The certificate was not valid when the entry was stored.");
        } catch (EntryFormatException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    private Proof.Inclusion inclusion(StoredEntry entry, SignedCheckpoint checkpoint) {
        try {
            TiledTree tree = new TiledTree(checkpoint.size(), path -> tile(entry.ledger(), path));
            InclusionProof proof = InclusionProof.of(entry.leafIndex(), checkpoint.size(), tree);
            List<String> hashes = proof.hashes().stream().map(Hash::toString).toList();
            try {
                proof.verify(Hash.of(entry.sealed().leafHash()), Hash.parse(checkpoint.root()));
                return new Proof.Inclusion(checkpoint.size(), hashes, Optional.empty());
            } catch (MerkleProofException | EncodingException broken) {
                return new Proof.Inclusion(checkpoint.size(), hashes, Optional.of(String.valueOf(broken.getMessage())));
            }
        } catch (IllegalStateException | IllegalArgumentException noTree) {
            return new Proof.Inclusion(
                    checkpoint.size(), List.of(), Optional.of("The tree could not be read: " + noTree.getMessage()));
        }
    }

    private Tile tile(String ledger, TilePath path) {
        byte[] bytes = tiles.tile(ledger, path.level(), path.index(), path.width())
                .orElseThrow(() -> new IllegalStateException(path + " is missing"));
        try {
            return Tile.parse(path, bytes);
        } catch (TlogFormatException damaged) {
            throw new IllegalStateException(path + ": " + damaged.getMessage(), damaged);
        }
    }
}
