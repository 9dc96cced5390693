package dev.roster.internal.call;

import dev.roster.spi.MembershipDriver;
import java.util.function.DoubleSupplier;

/**
 * The layers below a call, and what its settling reads wait by: the same for all calls of a client.
 *
 * @param retried the way of a request: attempts until it succeeds or fails for good
 * @param paced the way of a settling read: one attempt
 * @param driver the end of both ways
 * @param waits pauses between settling reads
 * @param jitter evenly spread over 0 (included) to 1 (excluded)
 */
record Layers(
    RequestSender retried,
    RequestSender paced,
    MembershipDriver driver,
    CallWaits waits,
    DoubleSupplier jitter) {}
