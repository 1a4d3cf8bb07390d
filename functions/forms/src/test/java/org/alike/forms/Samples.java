package org.alike.forms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as programs write them. */
final class Samples {
  static final byte[] PNG = image("png");
  static final byte[] JPEG = image("jpg");
  static final byte[] PDF =
      bytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<</Type/Catalog>>\n");
  static final byte[] TEXT = bytes("My blood pressure, morning and evening:\r\n130/85, 125/80\r\n");
  static final byte[] HTML = bytes("<!DOCTYPE html><html><script>alert(1)</script></html>");
  static final byte[] SVG =
      bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"></svg>");
  static final byte[] WINDOWS_PROGRAM = bytes("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00ff\u00ff\0\0");

  private Samples() {}

  static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] image(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, new Random(1).nextInt(0xFFFFFF));
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("No writer for " + format);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** An office document: the names of its entries, each with some content. */
  static byte[] zip(String... names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes("<?xml version=\"1.0\"?><a>" + name + "</a>"));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** An OpenDocument file: its type comes first, as it is. */
  static byte[] openDocument(String type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] content = bytes(type);
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry first = new ZipEntry("mimetype");
    first.setMethod(ZipEntry.STORED);
    first.setSize(content.length);
    first.setCrc(crc.getValue());
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(first);
      zip.write(content);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(bytes("<a/>"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
