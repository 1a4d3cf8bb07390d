package org.alike.members;

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
  public Delivery send(Message message) {
    try {
      client.sendEmail(request(message));
      return Delivery.ACCEPTED;
    } catch (MessageRejectedException | BadRequestException refused) {
      return Delivery.REFUSED;
    } catch (SdkException unavailable) {
      return Delivery.LATER;
    }
  }

  private SendEmailRequest request(Message message) {
    return SendEmailRequest.builder()
        .fromEmailAddress(from)
        .destination(to -> to.toAddresses(message.to().address()))
        .content(content -> content.simple(simple -> write(message, simple)))
        .build();
  }

  /** Mail programs offer the page of the header beside the sender (RFC 2369). */
  private static void write(
      Message message, software.amazon.awssdk.services.sesv2.model.Message.Builder mail) {
    mail.subject(utf8(message.subject())).body(body -> body.text(utf8(message.text())));
    message
        .unsubscribe()
        .map(page -> MessageHeader.builder().name("List-Unsubscribe").value("<" + page + ">"))
        .ifPresent(header -> mail.headers(header.build()));
  }

  private static Content utf8(String text) {
    return Content.builder().charset("UTF-8").data(text).build();
  }
}
