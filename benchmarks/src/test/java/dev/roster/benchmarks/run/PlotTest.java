package dev.roster.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlotTest {

  @Test
  void aBarIsAsLongAsItsRequests() throws Exception {
    BarPlot plot = new BarPlot("requests");
    plot.bar("one", 460, 0, 0);
    plot.bar("other", 230, 230, 7);
    Document svg = parsed(plot.toString());
    assertThat(attributes(svg, "rect", "width")).containsSubsequence("460.0", "230.0", "230.0");
    assertThat(svg.getDocumentElement().getTextContent()).contains("one", "other", "7 failed");
  }

  @Test
  void aLineHasAPointForEachSecond() throws Exception {
    LinePlot plot = new LinePlot("rates");
    plot.line("the limit", List.of(100.0, 20.0, 100.0));
    List<String> points = attributes(parsed(plot.toString()), "polyline", "points");
    assertThat(points).last().asString().matches("[\\d.]+,[\\d.]+( [\\d.]+,[\\d.]+){2}");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> attributes(Document svg, String element, String attribute) {
    var nodes = svg.getElementsByTagName(element);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getAttributes().getNamedItem(attribute).getNodeValue())
        .toList();
  }
}
