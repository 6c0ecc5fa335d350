package org.hearback.invitation;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.hearback.form.Forms;
import org.hearback.form.Words;
import org.hearback.journey.Milestones;
import uk.gov.service.notify.NotificationClient;

/**
 * Which postmen carry the messages, and their words. In a try-out the recording postman takes the
 * place of all.
 */
@Factory
final class InvitationConfig {

  @Singleton
  MessageText messageText(@Value("${hearback.http.address}") String address) {
    return new MessageText(URI.create(address));
  }

  @Singleton
  MailText mailText(
      Words words, MessageText links, @Value("${hearback.council.name:}") String council) {
    return new MailText(words, links, council);
  }

  @Singleton
  Policy policy(Milestones milestones, Forms forms) {
    AskedForms.check(milestones, forms);
    return new Policy(milestones);
  }

  @Singleton
  @Requires(property = "hearback.notify.api-key", pattern = ".+")
  @Requires(property = "hearback.notify.template-id", pattern = ".+")
  @Requires(property = "hearback.tryout", notEquals = "true")
  Postman.OfTexts notifyPostman(
      @Value("${hearback.notify.api-key}") String key,
      @Value("${hearback.notify.template-id}") String template,
      @Value("${hearback.notify.sms-sender-id:}") String sender,
      @Value("${hearback.notify.base-url:`https://api.notifications.service.gov.uk`}") String url,
      @Value("${hearback.notify.timeout:20s}") Duration patience) {
    return new NotifyPostman(
        new NotificationClient(key, url), template, sender, new NotifyCall(patience));
  }

  @Singleton
  @Requires(property = "hearback.notify.api-key", pattern = ".+")
  @Requires(property = "hearback.notify.postage", pattern = ".+")
  @Requires(property = "hearback.tryout", notEquals = "true")
  Postman.OfLetters notifyLetterPostman(
      @Value("${hearback.notify.api-key}") String key,
      @Value("${hearback.notify.postage}") String postage,
      @Value("${hearback.notify.base-url:`https://api.notifications.service.gov.uk`}") String url,
      @Value("${hearback.notify.timeout:20s}") Duration patience,
      LetterPdf letters) {
    return new NotifyLetterPostman(
        new NotificationClient(key, url), letters, postage, new NotifyCall(patience));
  }

  @Singleton
  @Requires(property = "hearback.mail.host", pattern = ".+")
  @Requires(property = "hearback.tryout", notEquals = "true")
  Postman.OfMail smtpPostman(
      @Value("${hearback.mail.host}") String host,
      @Value("${hearback.mail.port:587}") int port,
      @Value("${hearback.mail.user:}") String user,
      @Value("${hearback.mail.password:}") String password,
      @Value("${hearback.mail.from}") String from,
      @Value("${hearback.mail.sender:${hearback.council.name:}}") String sender,
      @Value("${hearback.mail.tls:starttls}") String tls,
      @Value("${hearback.mail.timeout:20s}") Duration patience,
      InstantSource clock) {
    var server =
        new MailServer(
            host, port, user, password, from, sender, MailServer.implicit(tls), patience);
    return new SmtpPostman(server, clock);
  }
}
