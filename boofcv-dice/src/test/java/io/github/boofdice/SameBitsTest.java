package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.io.PictureReader;
import io.github.boofdice.testdata.SamplePictures;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed pictures give the same bits on every JDK, on one thread and on eight, before and after saving. */
class SameBitsTest {
    /**
     * SHA-256 over all that is found in the pictures to be judged, learned from those to learn from. It changes when the method does, and then only together with an entry
     * in the changelog; it must not change with the JDK, the processor or the number of threads.
     */
    private static final String FOUND = "062287a23273621dc79f4afaa53f6848bcd75c3bcc73bc8970190ec49543f07d";

    private static final List<Path> PICTURES = Stream.concat(
                    SamplePictures.normal().stream(), SamplePictures.anomalous().stream())
            .toList();

    @Test
    void everyJdkFindsTheSame() throws Exception {
        assertThat(hash(inspectAll(RenderedDice.inspector(), 1))).isEqualTo(FOUND);
    }

    @Test
    void eightThreadsFindTheSame() throws Exception {
        assertThat(hash(inspectAll(RenderedDice.inspector(), 8))).isEqualTo(FOUND);
    }

    @Test
    void aSavedAndLoadedModelFindsTheSame(@TempDir Path dir) throws Exception {
        RenderedDice.inspector().save(dir.resolve("model"));

        assertThat(hash(inspectAll(DiceInspector.load(dir.resolve("model")), 1)))
                .isEqualTo(FOUND);
    }

    @Test
    void learningTwiceAtOnceGivesTheSameModel(@TempDir Path dir) throws Exception {
        Callable<DiceInspector> learn = () -> DiceInspector.builder().learn(SamplePictures.learn());
        List<DiceInspector> learned = together(List.of(learn, learn), 2);

        assertThat(ModelFile.encode(learned.get(0)))
                .isEqualTo(ModelFile.encode(learned.get(1)))
                .isEqualTo(ModelFile.encode(RenderedDice.inspector()));
    }

    @Test
    void theHashSeesTheLastBitOfAHeatMap() throws Exception {
        List<Inspection> found = inspectAll(RenderedDice.inspector(), 1).subList(0, 1);
        String before = hash(found);
        float[] map = found.get(0).heatMap().data;
        map[map.length / 2] = Math.nextUp(map[map.length / 2]);

        assertThat(hash(found)).isNotEqualTo(before);
    }

    private static List<Inspection> inspectAll(DiceInspector inspector, int threads) throws Exception {
        List<Callable<Inspection>> tasks = new ArrayList<>();
        for (Path picture : PICTURES) {
            tasks.add(() -> inspector.inspect(PictureReader.read(picture)));
        }
        return together(tasks, threads);
    }

    private static <T> List<T> together(List<Callable<T>> tasks, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static String hash(List<Inspection> found) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            for (Inspection one : found) {
                write(one, out);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void write(Inspection found, DataOutputStream out) throws IOException {
        out.writeUTF(found.verdict() + found.face() + found.alignment() + found.symmetry());
        double[] numbers = {
            found.score(),
            found.pValue(),
            found.residual(),
            found.gain(),
            found.pose().x(),
            found.pose().y(),
            found.pose().theta()
        };
        for (double number : numbers) {
            out.writeDouble(number);
        }
        for (float heat : Arrays.copyOf(found.heatMap().data, found.heatMap().width * found.heatMap().height)) {
            out.writeFloat(heat);
        }
        for (DefectRegion region : found.regions()) {
            out.writeUTF(region.toString());
        }
    }
}
