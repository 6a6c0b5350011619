/**
 * How does the domain run here? Axon put together on this installation's ledger: event store, command bus, aggregates, and what their handlers are given. No detour over
 * Axon's Spring auto-configuration: what runs stands here.
 *
 * <p>May use trial-domain and {@code platform.log}; others meet the parts as beans.
 */
@NullMarked
package org.indelible.platform.domain;

import org.jspecify.annotations.NullMarked;
