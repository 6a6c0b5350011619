package org.indelible.authors;

import java.util.concurrent.locks.ReentrantLock;
import org.indelible.authority.Actor;
import org.indelible.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The platform as an author: it records sign-ins, attempts and checkpoints. Its key is certified when it is first needed, and again before it ends. */
@Component
public class PlatformAuthor {
    private static final AccountId NAME = new AccountId("platform");
    private static final String PURPOSE = "records sign-ins, refused attempts and checkpoints";

    private final SystemAuthors systems;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Actor current;

    PlatformAuthor(SystemAuthors systems) {
        this.systems = systems;
    }

    public Actor actor() {
        lock.lock();
        try {
            Actor held = current;
            if (held == null || !systems.fresh(held)) {
                held = systems.certify(NAME, PURPOSE);
                current = held;
            }
            return held;
        } finally {
            lock.unlock();
        }
    }
}
