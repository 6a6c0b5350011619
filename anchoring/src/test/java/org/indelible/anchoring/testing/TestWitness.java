package org.indelible.anchoring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.indelible.anchoring.checkpoint.Cosigner;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.witness.FileWitnessStore;
import org.indelible.anchoring.witness.Witness;
import org.indelible.anchoring.witness.WitnessKeys;
import org.indelible.anchoring.witness.WitnessServer;
import org.indelible.anchoring.witness.WitnessStore;

/** Our witness on a port of this machine, which can be stopped and started again. */
public final class TestWitness implements AutoCloseable {
    private final String name;
    private Collection<VerifierKey> logs;
    private final List<Cosigner> cosigners;
    private final FileWitnessStore store;
    private WitnessServer server;

    /** @param logs that it is told of */
    public TestWitness(String name, Path directory, Collection<VerifierKey> logs) {
        this.name = name;
        this.logs = List.copyOf(logs);
        try {
            this.cosigners = WitnessKeys.of(name, Ed25519Signer.generate(new SecureRandom()));
            this.store = FileWitnessStore.open(directory.resolve(name + ".json"));
            this.server = listen(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoteFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private WitnessServer listen(int port) throws IOException {
        return WitnessServer.start(
                new Witness(logs, cosigners, store, Clock.systemUTC()),
                name,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Tells it of these logs instead; it stays on its port and keeps what it has seen. */
    public void tellOf(Collection<VerifierKey> others) {
        logs = List.copyOf(others);
        stop();
        startAgain();
    }

    public WitnessStore store() {
        return store;
    }

    /** The line of a policy for this witness, with its Ed25519 key. */
    public String policyLine() {
        return "witness " + name + " " + cosigners.getFirst().verifier().encodedKey() + " http://127.0.0.1:"
                + server.address().getPort() + "/\n";
    }

    /** The line with its ML-DSA-44 key. */
    public String postQuantumPolicyLine() {
        return policyLine()
                .replace(
                        cosigners.getFirst().verifier().encodedKey().toString(),
                        cosigners.getLast().verifier().encodedKey().toString());
    }

    public void stop() {
        server.close();
    }

    /** On the port it had. */
    public void startAgain() {
        try {
            server = listen(server.address().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
