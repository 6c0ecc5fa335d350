package org.hearback.theme;

/**
 * How far an index has come.
 *
 * @param no of the last batch that was taken up
 * @param mark one of the comments of that batch, empty where it has none: another database,
 *     restored or new, may well have come to the same number
 */
record Position(long no, String mark) {}
