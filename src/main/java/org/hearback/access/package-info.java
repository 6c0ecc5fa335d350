/**
 * Staff, roles, the areas one may see, sign-in; the keys of machines, and how a machine is told no.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.access;
