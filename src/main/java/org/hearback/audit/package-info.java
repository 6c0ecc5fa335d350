/**
 * An append-only, hash-chained record of who saw or changed what. Enters: an act by a named member
 * of staff or a job. Leaves: nothing but the chain's own check. Bodies are sealed to the auditor.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.audit;
