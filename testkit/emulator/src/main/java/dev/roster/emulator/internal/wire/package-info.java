/**
 * HTTP/1.1 as bytes: the server, its connections, requests and responses. Depends on no other room.
 */
@NullMarked
package dev.roster.emulator.internal.wire;

import org.jspecify.annotations.NullMarked;
