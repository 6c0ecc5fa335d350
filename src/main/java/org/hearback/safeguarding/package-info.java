/** Rota, clearing, concerns and week keys. Enters: envelopes. Leaves: cleared envelopes. */
@org.jspecify.annotations.NullMarked
package org.hearback.safeguarding;
