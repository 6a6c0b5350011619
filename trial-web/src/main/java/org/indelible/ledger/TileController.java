package org.indelible.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.anchoring.attest.Cosignatures;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.ledger.TileService;
import org.indelible.anchoring.tlog.EntryBundlePath;
import org.indelible.anchoring.tlog.TilePath;
import org.indelible.anchoring.tlog.TlogFormatException;
import org.indelible.api.ApiCall;
import org.indelible.security.LedgerAccess;
import org.indelible.security.SignedInPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** A ledger as any C2SP client follows it (C2SP tlog-tiles). Entries are sealed tokens without their disclosures. */
@RestController
class TileController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final LedgerStore ledgers;
    private final CheckpointService checkpoints;
    private final TileService tiles;
    private final Cosignatures cosignatures;
    private final LedgerAccess access;

    TileController(
            LedgerStore ledgers,
            CheckpointService checkpoints,
            TileService tiles,
            Cosignatures cosignatures,
            LedgerAccess access) {
        this.ledgers = ledgers;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.cosignatures = cosignatures;
        this.access = access;
    }

    @ApiCall(
            value = "The latest checkpoint, as a signed note (C2SP tlog-checkpoint).",
            gives = {MediaType.TEXT_PLAIN_VALUE})
    @GetMapping(path = "/ledgers/{ledger}/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> checkpoint(@PathVariable String ledger, @AuthenticationPrincipal SignedInPerson person) {
        LogName name = LogName.parse(ledger);
        access.require(person, name.ledger(), "GET /ledgers/{ledger}/checkpoint");
        if (ledgers.ledgerSize(name.ledger()) == 0) {
            throw notFound("There is no such ledger, or it is empty.");
        }
        SignedCheckpoint checkpoint = checkpoints
                .latest(name)
                .or(() -> name.generation() == 1 ? Optional.of(checkpoints.checkpoint(ledger)) : Optional.empty())
                .orElseThrow(() -> notFound("The ledger never signed under this name."));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(cosigned(checkpoint));
    }

    /** The note as signed, and below it a line for each witness that has cosigned it by now. */
    private String cosigned(SignedCheckpoint checkpoint) {
        return checkpoint.note()
                + cosignatures.of(checkpoint.ledger(), checkpoint.size()).stream()
                        .map(cosignature -> cosignature.line() + "\n")
                        .collect(Collectors.joining());
    }

    /** Entry bundles below {@code tile/entries/}, tiles of hashes below {@code tile/<level>/}. */
    @ApiCall(
            value = "A tile of hashes or a bundle of entries (C2SP tlog-tiles).",
            gives = {MediaType.APPLICATION_OCTET_STREAM_VALUE},
            refusals = {"404 not-found"})
    @GetMapping(path = "/ledgers/{ledger}/tile/**")
    ResponseEntity<byte[]> tile(
            @PathVariable String ledger, HttpServletRequest request, @AuthenticationPrincipal SignedInPerson person) {
        // After a recovery the tree goes on: what was left has the same tiles under the old name and the new.
        String rows = LogName.parse(ledger).ledger();
        access.require(person, rows, "GET /ledgers/{ledger}/tile");
        String path = below(ledger, request);
        try {
            byte[] bytes = path.startsWith("tile/entries/") ? bundle(rows, path) : hashes(rows, path);
            return ResponseEntity.ok()
                    .cacheControl(FOR_EVER)
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(bytes);
        } catch (TlogFormatException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }

    private byte[] hashes(String ledger, String path) throws TlogFormatException {
        TilePath tile = TilePath.parse(path);
        return tiles.tile(ledger, tile.level(), tile.index(), tile.width())
                .orElseThrow(() -> notFound("The ledger has not grown that far."));
    }

    private byte[] bundle(String ledger, String path) throws TlogFormatException {
        EntryBundlePath bundle = EntryBundlePath.parse(path);
        return tiles.entryBundle(ledger, bundle.index(), bundle.width())
                .orElseThrow(() -> notFound("The ledger has not grown that far."));
    }

    private static String below(String ledger, HttpServletRequest request) {
        String prefix = request.getContextPath() + "/ledgers/" + UriUtils.encodePathSegment(ledger, "UTF-8") + "/";
        return request.getRequestURI().substring(prefix.length());
    }

    private static ResponseStatusException notFound(String message) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, message);
    }
}
