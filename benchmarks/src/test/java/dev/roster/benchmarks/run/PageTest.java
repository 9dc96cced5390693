package dev.roster.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

  @TempDir Path folder;

  @Test
  void newResultsTakeThePlaceOfTheOldOnesAndNothingElse() throws IOException {
    Path file = folder.resolve("performance.md");
    Files.writeString(file, "a\n<!-- begin jars -->\nold\n<!-- end jars -->\nb\n");
    Results results = new Results(new Targets(), "new").withPlot("jars.svg", "<svg/>");
    new Page(file).write("jars", results);
    assertThat(file)
        .content()
        .startsWith("a\n<!-- begin jars -->\n")
        .contains("new")
        .doesNotContain("old")
        .endsWith("<!-- end jars -->\nb\n");
    assertThat(folder.resolve("jars.svg")).hasContent("<svg/>");
  }

  @Test
  void aPageWithoutAPlaceForAPartIsAnError() {
    assertThatThrownBy(() -> Page.replaced("a page", "jars", "new")).hasMessageContaining("jars");
  }
}
