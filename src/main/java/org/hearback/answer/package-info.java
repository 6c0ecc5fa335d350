/** The pages a respondent sees, Send, and the sealed envelope. */
@org.jspecify.annotations.NullMarked
package org.hearback.answer;
