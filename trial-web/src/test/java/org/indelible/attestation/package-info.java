@NullMarked
package org.indelible.attestation;

import org.jspecify.annotations.NullMarked;
