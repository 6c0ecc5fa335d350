package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearback.web.SecurityHeaders;
import org.junit.jupiter.api.Test;

/** The rooms' pages and all others are held to one policy, but for what is named. */
class PagePolicyTest {
  @Test
  void a_page_that_may_more_may_all_else_as_little_as_every_page() {
    assertThat(PagePolicy.EVERY).isEqualTo(SecurityHeaders.POLICY);
    assertThat(PagePolicy.OF_FORMS.substring(PagePolicy.EVERY.length()))
        .isEqualTo("; connect-src 'self'; media-src 'self'");
    assertThat(PagePolicy.FRAMING.substring(PagePolicy.EVERY.length()))
        .isEqualTo("; frame-src 'self'");
    assertThat(PagePolicy.FRAMED.replace("frame-ancestors 'self'", "frame-ancestors 'none'"))
        .isEqualTo(SecurityHeaders.POLICY + "; media-src 'self'");
  }
}
