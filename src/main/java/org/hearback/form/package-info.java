/**
 * Form definitions, questions, answers and the words in every language. Enters: {@code forms/} and
 * {@code i18n/}, and posted fields. Leaves: a {@link org.hearback.form.Form} and checked {@link
 * org.hearback.form.Answers}.
 */
@org.jspecify.annotations.NullMarked
package org.hearback.form;
