/**
 * An append-only, hash-chained record of who saw or changed what. Enters: an act by a named member
 * of staff or a job. Leaves: the chain's own check, its head, how often each act was done, and to
 * the auditor's own key alone what the bodies say; those go after 24 months.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.audit;
