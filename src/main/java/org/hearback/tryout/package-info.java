/**
 * The house with nothing configured: an embedded MariaDB, a sample council, messages shown instead
 * of sent. Not in the production jar; no room imports it.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.tryout;
