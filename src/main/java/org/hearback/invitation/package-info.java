/**
 * Who is asked what, when and by which route; links, postmen, stops. Enters: milestone events and
 * contacts. Leaves: messages with a link, and for later rooms who was asked and how many answered,
 * never who answered (ADR 52). Promises: the whole policy is asked again at the moment of sending,
 * only the hash of a secret is kept, opening a link changes nothing, "stop" holds from the next
 * message on, and a crash costs at most one message too many.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.invitation;
