/**
 * The porch: layout, errors, headers, language choice. No room imports it and it imports no room.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.web;
