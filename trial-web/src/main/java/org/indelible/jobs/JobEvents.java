package org.indelible.jobs;

import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Follows a job as server-sent events: its status at most a few times a second, the last one when it has ended. */
record JobEvents(Job job) {
    private static final long PACE_MILLIS = 250;
    private static final long HEARTBEAT_MILLIS = 10_000;

    SseEmitter emitter() {
        SseEmitter emitter = new SseEmitter(0L);
        Thread.ofVirtual().name("job-events").start(() -> follow(emitter));
        return emitter;
    }

    private void follow(SseEmitter emitter) {
        try {
            long seen = -1;
            while (true) {
                seen = job.awaitChange(seen, HEARTBEAT_MILLIS);
                JobStatus status = job.status();
                emitter.send(SseEmitter.event()
                        .name(status.state().ended() ? status.state().code() : "progress")
                        .data(status, MediaType.APPLICATION_JSON));
                if (status.state().ended()) {
                    emitter.complete();
                    return;
                }
                Thread.sleep(PACE_MILLIS);
            }
        } catch (IOException | IllegalStateException readerGone) {
            emitter.completeWithError(readerGone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
