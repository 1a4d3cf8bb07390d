package org.alike.forms;

import org.alike.kernel.Environment;
import org.alike.store.AwsClients;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Mail through Amazon SES. Thread-safe. */
final class SesMail implements Mail {
  /** RFC 3834: what answers mails by itself must not answer this one. */
  private static final MessageHeader AUTOMATIC =
      MessageHeader.builder().name("Auto-Submitted").value("auto-generated").build();

  private final SesV2Client client;
  private final String from;

  SesMail(SesV2Client client, String from) {
    this.client = client;
    this.from = from;
  }

  /** From the address that the environment's {@code MAIL_FROM} names. */
  static SesMail connect(Environment environment) {
    return new SesMail(
        AwsClients.configure(SesV2Client.builder(), environment).build(),
        environment.required("MAIL_FROM"));
  }

  /** What the service says when it fails stays here: it quotes addresses. */
  @Override
  public Sent send(Message message) {
    try {
      client.sendEmail(request(message));
      return Sent.ACCEPTED;
    } catch (MessageRejectedException | BadRequestException refused) {
      return Sent.REFUSED;
    } catch (SdkException unavailable) {
      return Sent.LATER;
    }
  }

  private SendEmailRequest request(Message message) {
    SendEmailRequest.Builder request =
        SendEmailRequest.builder()
            .fromEmailAddress(from)
            .destination(to -> to.toAddresses(message.to()))
            .content(
                content ->
                    content.simple(
                        mail ->
                            mail.subject(utf8(message.subject()))
                                .body(body -> body.text(utf8(message.text())))
                                .headers(AUTOMATIC)));
    message.replyTo().ifPresent(request::replyToAddresses);
    return request.build();
  }

  private static Content utf8(String text) {
    return Content.builder().charset("UTF-8").data(text).build();
  }
}
