/** How long everything is kept: each room brings its step, one job runs them all. */
@org.jspecify.annotations.NullMarked
package org.hearback.retention;
