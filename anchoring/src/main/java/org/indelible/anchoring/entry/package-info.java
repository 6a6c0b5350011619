/** What is an event at rest, and is this one of them? SD-JWT (RFC 9901) over JWS (RFC 7515). Uses certificate, disclosure, json, merkle, primitive. */
@NullMarked
package org.indelible.anchoring.entry;

import org.jspecify.annotations.NullMarked;
