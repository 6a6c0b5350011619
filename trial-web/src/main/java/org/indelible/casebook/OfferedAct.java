package org.indelible.casebook;

import java.util.Optional;

/**
 * An act as a casebook offers it now.
 *
 * @param outOfTurn why it would be refused, or what deviation it would raise, in words; empty where it is its turn
 */
record OfferedAct(ParticipantAct act, Optional<String> outOfTurn) {}
