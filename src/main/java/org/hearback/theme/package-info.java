/**
 * The index of comments and the reading room's search. The database is the truth; the index can be
 * thrown away.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.theme;
