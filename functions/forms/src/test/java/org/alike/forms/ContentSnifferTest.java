package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSnifferTest {

  @Test
  void type_isToldByTheContent_ofWhatProgramsWrite() {
    Map<FileType, byte[]> samples =
        Map.of(
            FileType.PNG, Samples.PNG,
            FileType.JPEG, Samples.JPEG,
            FileType.GIF, Samples.image("gif"),
            FileType.BMP, Samples.image("bmp"),
            FileType.TIFF, Samples.image("tiff"),
            FileType.PDF, Samples.PDF,
            FileType.TEXT, Samples.TEXT,
            FileType.DOCX, Samples.zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"),
            FileType.ODT, Samples.openDocument("application/vnd.oasis.opendocument.text"),
            FileType.ODS, Samples.openDocument("application/vnd.oasis.opendocument.spreadsheet"));

    samples.forEach(
        (type, content) -> assertThat(ContentSniffer.type(content)).as("%s", type).contains(type));
  }

  @ParameterizedTest
  @CsvSource({
    "heic, HEIC",
    "mif1, HEIC",
    "avif, AVIF",
    "M4A , M4A",
    "mp42, MP4",
    "isom, MP4",
    "'qt  ', MOV"
  })
  void type_isToldByTheBrand_ofMediaFiles(String brand, FileType type) {
    byte[] content =
        Samples.bytes("\0\0\0\u0018ftyp" + (brand + "   ").substring(0, 4) + "\0\0\0\0");

    assertThat(ContentSniffer.type(content)).contains(type);
  }

  @ParameterizedTest
  @CsvSource({
    "RIFF0000WEBPVP8 , WEBP",
    "RIFF0000WAVEfmt , WAV",
    "OggS0000, OGG",
    "ID3\u0004\u0000, MP3"
  })
  void type_isToldByTheSignature_ofSoundsAndPictures(String start, FileType type) {
    assertThat(ContentSniffer.type(Samples.bytes(start))).contains(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html>",
        "  \n<html>",
        "\u00ef\u00bb\u00bf <svg xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml version='1.0'?><svg/>",
        "Hello <script>alert(1)</script>",
        "GIF89 <svg onload=alert(1)>",
        "#!/bin/sh\nrm -rf /",
        "<?php system($_GET[0]); ?>",
        "{\\rtf1\\ansi",
        "%!PS-Adobe-3.0",
        "MZ\u0090\u0000",
        "\u007fELF\u0002\u0001",
        "\u00ca\u00fe\u00ba\u00be\u0000",
        "Rar!\u001a\u0007",
        "PK\u0003\u0004a packed file with something in it",
        "\u001f\u008b\u0008",
        "L\u0000\u0000\u0000\u0001\u0014",
        "nul \u0000 in a text",
        ""
      })
  void type_isUnknown_ofWhatCouldRunOrHide(String content) {
    assertThat(ContentSniffer.type(Samples.bytes(content))).isEmpty();
  }

  @Test
  void type_isUnknown_ofOfficeDocumentsWithMacrosAndOtherPackedFiles() {
    byte[] macros = Samples.zip("[Content_Types].xml", "word/vbaProject.bin", "word/document.xml");

    assertThat(ContentSniffer.type(macros)).isEmpty();
    assertThat(ContentSniffer.type(Samples.zip("META-INF/MANIFEST.MF", "word/A.class"))).isEmpty();
    assertThat(ContentSniffer.type(Samples.zip("word/run.exe"))).isEmpty();
  }

  @Test
  void text_isToldInAnyEncodingThatExtendsAscii() {
    String words = "Grüße – ça va? Здравствуйте";

    assertThat(ContentSniffer.type(words.getBytes(StandardCharsets.UTF_8))).contains(FileType.TEXT);
    assertThat(ContentSniffer.type("Größe".getBytes(StandardCharsets.ISO_8859_1)))
        .contains(FileType.TEXT);
  }

  @Property
  void type_isToldOfAnyBytes_withoutAFault(@ForAll @Size(max = 200) byte[] content) {
    assertThat(ContentSniffer.type(content))
        .isEqualTo(ContentSniffer.type(Arrays.copyOf(content, content.length)));
  }

  @Property
  void page_isNeverATextOrAPicture_howeverItBegins(@ForAll @Size(max = 40) byte[] before) {
    byte[] page = Arrays.copyOf(before, before.length + Samples.HTML.length);
    System.arraycopy(Samples.HTML, 0, page, before.length, Samples.HTML.length);

    assertThat(ContentSniffer.type(page).filter(type -> type == FileType.TEXT)).isEmpty();
  }

  @Test
  void pictures_mayBeRenamed_andNothingElse() {
    assertThat(FileType.HEIC.passesFor(FileType.JPEG)).isTrue();
    assertThat(FileType.TEXT.passesFor(FileType.CSV)).isTrue();
    assertThat(FileType.PDF.passesFor(FileType.JPEG)).isFalse();
    assertThat(FileType.MP4.passesFor(FileType.MOV)).isFalse();
    assertThat(FileType.DOCX.passesFor(FileType.PDF)).isFalse();
  }
}
