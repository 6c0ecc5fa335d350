/**
 * Redaction, screening rules, the label, disclosure control: pure functions without database or
 * framework.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.anonymity;
