package org.hearback.access;

/**
 * One entry of the staff pages' navigation. Each room brings its own as a bean.
 *
 * @param path below {@code /office}
 * @param title as shown
 * @param role who sees it; the page itself refuses everybody else
 * @param place lower comes first
 */
public record OfficeEntry(String path, String title, Role role, int place) {}
