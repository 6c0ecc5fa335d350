/** Published cells and area pages: the one door for numbers that leave the reading room. */
@org.jspecify.annotations.NullMarked
package org.hearback.reporting;
