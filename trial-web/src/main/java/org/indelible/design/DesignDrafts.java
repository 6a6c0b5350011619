package org.indelible.design;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.design.Trail;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps drafts of study builds, each state of them whole, so that undo gives back what was there. Whoever edits an older state than the one kept is refused. */
@Repository
class DesignDrafts {
    /** Steps that can be undone; older ones are let go. */
    static final int KEPT_STEPS = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    DesignDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a step is called. */
    record Did(String key, String about) {
        private static final int LONGEST = 200;

        Did {
            about = about.length() > LONGEST ? about.substring(0, LONGEST) : about;
        }
    }

    /** Those of the trial, the one changed last first. */
    List<DraftDesign> of(TrialId trial) {
        return jdbc.sql("select * from app.design where trial = :trial order by changed_at desc, id")
                .param("trial", trial.value())
                .query(DesignDrafts::design)
                .list();
    }

    Optional<DraftDesign> find(TrialId trial, String id) {
        return jdbc.sql("select * from app.design where trial = :trial and id = :id")
                .param("trial", trial.value())
                .param("id", id)
                .query(DesignDrafts::design)
                .optional();
    }

    /** @return its id */
    String begin(TrialId trial, String name, Optional<String> base, StudyBuild start, String author) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        with begun as (
                            insert into app.design (id, trial, name, base, author, began_at, changed_at, current_step)
                            values (:id, :trial, :name, :base, :author, :now, :now, 1)
                            returning id)
                        insert into app.design_step (design, number, author, made_at, did, about, content)
                        select id, 1, :author, :now, 'begin', :name, :content from begun
                        """)
                .param("id", id)
                .param("trial", trial.value())
                .param("name", name)
                .param("base", base.orElse(null))
                .param("author", author)
                .param("now", now())
                .param("content", compressed(start.canonicalJson()))
                .update();
        return id;
    }

    List<DesignStep> steps(DraftDesign design) {
        return jdbc.sql("""
                        select number, parent, author, made_at, did, about from app.design_step
                        where design = :design order by number
                        """)
                .param("design", design.id())
                .query((row, n) -> new DesignStep(
                        row.getInt("number"),
                        Optional.ofNullable(row.getObject("parent", Integer.class)),
                        row.getString("author"),
                        instant(row, "made_at"),
                        row.getString("did"),
                        row.getString("about")))
                .list();
    }

    Trail trail(DraftDesign design) {
        return new Trail(
                steps(design).stream()
                        .map(step -> new Trail.Step(step.number(), step.parent()))
                        .toList(),
                design.step());
    }

    /** As it stands. */
    StudyBuild build(DraftDesign design) {
        byte[] content = jdbc.sql("select content from app.design_step where design = :design and number = :step")
                .param("design", design.id())
                .param("step", design.step())
                .query((row, n) -> row.getBytes("content"))
                .single();
        return StudyBuild.fromCanonicalJson(expanded(content));
    }

    /** Adds a step to where the draft stands; only if it still stands there. */
    void add(DraftDesign design, StudyBuild next, Did did, String author) {
        Trail trail = trail(design).then();
        int added = jdbc.sql("""
                        with moved as (
                            update app.design set current_step = :number, changed_at = :now
                            where id = :design and current_step = :parent and outcome is null
                            returning id)
                        insert into app.design_step (design, number, parent, author, made_at, did, about, content)
                        select id, :number, :parent, :author, :now, :did, :about, :content from moved
                        on conflict do nothing
                        """)
                .param("design", design.id())
                .param("number", trail.current())
                .param("parent", design.step())
                .param("author", author)
                .param("now", now())
                .param("did", did.key())
                .param("about", did.about())
                .param("content", compressed(next.canonicalJson()))
                .update();
        requireOne(added);
        jdbc.sql("delete from app.design_step where design = :design and number <= :last")
                .param("design", design.id())
                .param("last", trail.current() - KEPT_STEPS)
                .update();
    }

    /** Goes to a step that was made before, by undo or redo. */
    void go(DraftDesign design, int step) {
        requireOne(jdbc.sql("""
                        update app.design set current_step = :step, changed_at = :now
                        where id = :design and current_step = :from and outcome is null
                        """)
                .param("step", step)
                .param("now", now())
                .param("design", design.id())
                .param("from", design.step())
                .update());
    }

    /** Nothing of it is left. */
    void discard(DraftDesign design) {
        jdbc.sql("delete from app.design where id = :design and outcome is null")
                .param("design", design.id())
                .update();
    }

    /** What became of it; it is not edited any more. */
    void end(DraftDesign design, String outcome) {
        jdbc.sql("update app.design set outcome = :outcome, changed_at = :now where id = :design")
                .param("outcome", outcome)
                .param("now", now())
                .param("design", design.id())
                .update();
    }

    /** Of two who edit the same state the second is told. */
    private static void requireOne(int changed) {
        if (changed != 1) {
            throw movedOn();
        }
    }

    static DomainRefusal movedOn() {
        return new DomainRefusal(
                "design-moved-on",
                "The draft was changed meanwhile, on another page or by somebody else. Nothing was changed by you.",
                "Look at it as it is now below, and do it again if it still has to be done.");
    }

    private static DraftDesign design(ResultSet row, int number) throws SQLException {
        return new DraftDesign(
                row.getString("id"),
                row.getString("name"),
                Optional.ofNullable(row.getString("base")),
                row.getString("author"),
                instant(row, "began_at"),
                instant(row, "changed_at"),
                row.getInt("current_step"),
                Optional.ofNullable(row.getString("outcome")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] expanded(byte[] content) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
