/**
 * De-linking and the feedback store. Enters: cleared envelopes. Leaves: responses that nothing
 * leads back from.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.response;
