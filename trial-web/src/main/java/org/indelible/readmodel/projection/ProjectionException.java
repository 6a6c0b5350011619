package org.indelible.readmodel.projection;

/** Read models could not follow the log. */
public final class ProjectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProjectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
