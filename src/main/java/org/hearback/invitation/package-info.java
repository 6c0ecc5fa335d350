/**
 * Who is asked what, when and by which route; links, postmen, stops.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.invitation;
