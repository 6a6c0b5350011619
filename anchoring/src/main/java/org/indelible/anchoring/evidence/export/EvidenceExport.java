package org.indelible.anchoring.evidence.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.anchoring.evidence.BundleWriter;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.CheckpointSigner;
import org.indelible.anchoring.ledger.LedgerHistory;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.verify.CertificateSource;

/**
 * Makes evidence bundles. What it needs of memory does not grow with the ledger, but for one hash per sign-in.
 *
 * @param root certificate of the installation's authority
 */
public record EvidenceExport(
        LedgerStore ledgers,
        LedgerHistory history,
        CheckpointService checkpoints,
        CheckpointSigner signer,
        CertificateSource certificates,
        X509CertificateHolder root,
        BlobStore blobs,
        EvidenceAttachments attachments,
        Clock clock) {
    /**
     * Writes a bundle to a stream, which stays open.
     *
     * @throws IllegalArgumentException where the ledger is not that large
     */
    public void write(EvidenceRequest request, OutputStream out) throws IOException {
        if (request.treeSize() < 1 || request.treeSize() > ledgers.ledgerSize(request.ledger())) {
            throw new IllegalArgumentException(
                    "ledger " + request.ledger() + " has not " + request.treeSize() + " entries");
        }
        BundleWriter bundle = new BundleWriter(out, signer.evidence());
        new BundleContents(this, request, bundle).write();
        bundle.finish();
    }
}
