package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.alike.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "scan.pdf, scan.pdf",
    "Grüße & ä 🙂.png, Grüße & ä 🙂.png",
    "../../etc/passwd, passwd",
    "C:\\fakepath\\a.jpg, a.jpg",
    ".htaccess, htaccess",
    "'a\"b.pdf', a_b.pdf",
    "cod\u202efdp.exe, codfdp.exe",
    "'   ', file",
    "'', file",
    "/, file"
  })
  void name_isMadeFit(String sent, String name) {
    assertThat(FileName.safe(sent)).isEqualTo(name);
  }

  @Test
  void name_losesWhatCouldEndALine() {
    assertThat(FileName.safe("a\u0000b\r\nc.txt")).isEqualTo("abc.txt");
  }

  @Property
  void name_isAlwaysFitForAHeader(@ForAll String sent) {
    String name = FileName.safe(sent);

    assertThat(Texts.length(name)).isBetween(1, 150);
    assertThat(FileName.disposition(name))
        .matches("attachment; filename=\"[ -!#-\\[\\]-~]+\"; filename\\*=UTF-8''[ -~]+");
  }

  @Test
  void extension_stays_whenANameIsCut() {
    assertThat(FileName.safe("x".repeat(400) + ".pdf")).hasSize(150).endsWith("x.pdf");
  }

  @ParameterizedTest
  @CsvSource({
    "photo.jpg, JPEG, photo.jpg",
    "photo.jpeg, JPEG, photo.jpeg",
    "photo.png, JPEG, photo.png",
    "photo, PNG, photo",
    "photo.png.exe, PNG, photo.png.exe.png",
    "letter.bat, TEXT, letter.bat.txt",
    "letter., TEXT, letter..txt"
  })
  void name_tellsWhatTheFileIs_whenItPromisesWhatNobodyKnows(
      String name, FileType type, String telling) {
    assertThat(FileName.telling(name, type)).isEqualTo(telling);
  }
}
