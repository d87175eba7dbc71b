package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RealData;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.testdata.SeedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The seed project's network, trained in PyTorch, against what it computed there; the reference folder's README says how. */
class SeedReferenceTest {
    private static final double MOST_ERROR = 1e-3;
    private static final double MOST_LOGIT_ERROR = 0.02;
    private static final int PICTURES = 282;

    @Test
    void everyActivationFromSafetensorsIsTheReferences() throws IOException {
        assertParity(fromSafetensors());
    }

    @Test
    void everyActivationFromOnnxIsTheReferences() throws IOException {
        assertParity(OnnxFile.read(cnn("activations from ONNX").resolve("seed_cnn.onnx")));
    }

    private static void assertParity(Network network) throws IOException {
        TensorFile vectors = TensorFile.read(cnn("activations").resolve("seed_cnn_vectors.safetensors"));
        ParityReport report = ParityReport.of(network, vectors);

        assertThat(report.rows())
                .extracting(ParityReport.Row::tensor)
                .containsExactly("after_2_MaxPool2d", "after_5_MaxPool2d", "after_8_MaxPool2d", "logits");
        assertThat(report.rows()).extracting(ParityReport.Row::pictures).containsExactly(2, 2, 2, 7);
        assertThat(report.largestError()).as("%s", report).isLessThanOrEqualTo(MOST_ERROR);
    }

    @Test
    void theNetworkIsTheSizeThatTheReferenceSays() throws IOException {
        Network network = fromSafetensors();

        assertThat(network.parameters()).isEqualTo(2_120_834);
        assertThat(network.multiplyAdds()).isEqualTo(42_205_440);
    }

    @Test
    void everyNamedPictureHasTheReferencesClassAndLogits() throws IOException {
        Path dice = RealData.requireDice("cnn: logits of named pictures");
        Network network = fromSafetensors();
        Workspace workspace = network.workspace();
        List<String> lines = Files.readAllLines(cnn("logits of named pictures").resolve("seed_cnn_logits.csv"));
        assertThat(lines).hasSize(PICTURES + 1);
        List<String> differing = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            float[] found = network.forward(values(dice.resolve(cells[0])), workspace);
            double normal = Double.parseDouble(cells[2]);
            double anomalous = Double.parseDouble(cells[3]);
            boolean sameClass = (found[1] > found[0]) == (anomalous > normal);
            double error = Math.max(Math.abs(found[0] - normal), Math.abs(found[1] - anomalous));
            if (!sameClass || !(error <= MOST_LOGIT_ERROR)) {
                differing.add(line + " but found " + found[0] + ", " + found[1]);
            }
        }
        assertThat(differing).isEmpty();
    }

    /** What the network was trained on: grey levels of 0..1. */
    private static float[] values(Path file) throws IOException {
        GrayF32 picture = PictureReader.read(file);
        float[] values = new float[picture.width * picture.height];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.get(i % picture.width, i / picture.width) / 255;
        }
        return values;
    }

    private static Network fromSafetensors() throws IOException {
        return Network.read(cnn("the seed's network").resolve("seed_cnn.safetensors"), SeedNetwork.LAYERS);
    }

    private static Path cnn(String purpose) {
        return RealData.requireReference("cnn: " + purpose).resolve("cnn");
    }
}
