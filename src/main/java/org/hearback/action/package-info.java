/** You said, we did. */
@org.jspecify.annotations.NullMarked
package org.hearback.action;
