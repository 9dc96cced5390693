package dev.roster;

/**
 * Which attempt an event belongs to.
 *
 * @param call the call
 * @param operation the wire operation; a call may need several, such as a read-back after a create
 * @param number 1 for the call's first attempt, counted over all its requests
 */
public record AttemptInfo(CallInfo call, Operation operation, int number) {}
