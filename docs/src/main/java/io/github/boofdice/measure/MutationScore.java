package io.github.boofdice.measure;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Sums PIT's report by package: how many small changes of the code the tests notice. */
public final class MutationScore {
    static final Path FILE = Path.of("docs", "mutation.json");

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private MutationScore() {}

    /**
     * What PIT found in one package.
     *
     * @param killed changes that a test noticed, by failing or by never ending
     * @param mutants all changes
     * @param score killed over mutants, four digits, rounded down
     */
    record Tally(int killed, int mutants, double score) {
        Tally and(boolean noticed) {
            int more = killed + (noticed ? 1 : 0);
            return new Tally(more, mutants + 1, Math.floor(10_000.0 * more / (mutants + 1)) / 10_000);
        }
    }

    /**
     * {@code docs/mutation.json}.
     *
     * @param pit version of PIT
     * @param mutators PIT's name for the set of changes
     * @param packages by name
     * @param measured when, of what and on what
     */
    record Report(String pit, String mutators, Map<String, Tally> packages, Circumstances measured) {}

    /**
     * Writes {@code docs/mutation.json} and prints it.
     *
     * @param args PIT's report, its version, its set of mutators, and the command that ran it
     * @throws Exception if the report cannot be read
     */
    public static void main(String[] args) throws Exception {
        Report report = new Report(args[1], args[2], tallies(Path.of(args[0])), Circumstances.now(args[3]));
        Files.writeString(FILE, GSON.toJson(report) + "\n", StandardCharsets.UTF_8);
        report.packages()
                .forEach((name, tally) -> System.err.printf(
                        "%-30s %4d of %4d %6.2f %%%n", name, tally.killed(), tally.mutants(), 100 * tally.score()));
    }

    static Map<String, Tally> tallies(Path report) throws IOException, SAXException, ParserConfigurationException {
        NodeList mutations = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("mutation");
        Map<String, Tally> tallies = new TreeMap<>();
        for (int i = 0; i < mutations.getLength(); i++) {
            Element mutation = (Element) mutations.item(i);
            String type = mutation.getElementsByTagName("mutatedClass").item(0).getTextContent();
            boolean noticed = Boolean.parseBoolean(mutation.getAttribute("detected"));
            tallies.merge(
                    type.substring(0, type.lastIndexOf('.')),
                    new Tally(0, 0, 0).and(noticed),
                    (sum, one) -> sum.and(noticed));
        }
        return tallies;
    }

    static Report read(Path file) throws IOException {
        return GSON.fromJson(Files.readString(file, StandardCharsets.UTF_8), Report.class);
    }
}
