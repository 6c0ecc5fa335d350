/** Staff, roles, the areas one may see, and sign-in. */
@org.jspecify.annotations.NullMarked
package org.hearback.access;
