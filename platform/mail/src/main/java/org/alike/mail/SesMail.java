package org.alike.mail;

import java.util.List;
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
public final class SesMail implements Mail {
  private final SesV2Client client;
  private final String from;

  SesMail(SesV2Client client, String from) {
    this.client = client;
    this.from = from;
  }

  /** From the address that the environment's {@code MAIL_FROM} names. */
  public static SesMail connect(Environment environment) {
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
    SendEmailRequest.Builder request =
        SendEmailRequest.builder()
            .fromEmailAddress(from)
            .destination(to -> to.toAddresses(message.to()))
            .content(content -> content.simple(simple -> write(message, simple)));
    message.replyTo().ifPresent(request::replyToAddresses);
    return request.build();
  }

  private static void write(
      Message message, software.amazon.awssdk.services.sesv2.model.Message.Builder mail) {
    mail.subject(utf8(message.subject())).body(body -> body.text(utf8(message.text())));
    List<MessageHeader> headers =
        message.headers().entrySet().stream()
            .map(each -> MessageHeader.builder().name(each.getKey()).value(each.getValue()).build())
            .toList();
    if (!headers.isEmpty()) {
      mail.headers(headers);
    }
  }

  private static Content utf8(String text) {
    return Content.builder().charset("UTF-8").data(text).build();
  }
}
