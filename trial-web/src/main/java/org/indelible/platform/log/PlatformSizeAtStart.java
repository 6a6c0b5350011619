package org.indelible.platform.log;

/** Number of entries of {@code platform} before this process appended any. */
public record PlatformSizeAtStart(long entries) {}
