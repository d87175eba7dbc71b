package io.github.boofdice.benchmarks;

import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How exact are the poses, beside OpenCV's, and how often does a search that is told nothing end at the right place?
 *
 * <p>Templates are laid into pictures in poses that are known exactly: any angle, shifts of up to 5 pixels, without and with a
 * camera's grain. Both methods refine from the same start, which is up to 2.5 pixels and 5 degrees off, and look at the same
 * disc. Our search over all templates then starts from nothing on the same pictures. Everything comes from seeds.
 */
final class AlignmentAccuracy {
    private static final double[] GRAINS = {0, 2};
    private static final double RIGHT_BASIN = 1;

    private final int picturesPerFace;
    private final List<PoseFigures> refinement = new ArrayList<>();
    private final List<SearchFigures> search = new ArrayList<>();

    /** @param picturesPerFace of each face, each grain */
    AlignmentAccuracy(int picturesPerFace) {
        this.picturesPerFace = picturesPerFace;
    }

    /**
     * Measures, prints what was found and keeps it.
     *
     * @param picturesPerFace of each face, each grain
     * @param boardCount how many drawn boards are compared
     * @param data holds {@code original/normal} with good pictures to learn templates from; without it, only rendered dice are aligned
     * @param results where the file goes
     * @param out where the table goes
     * @return the file
     * @throws IOException if nothing can be learned from the pictures, or the file cannot be written
     */
    static Path run(int picturesPerFace, int boardCount, @Nullable Path data, Path results, PrintStream out)
            throws IOException {
        AlignmentAccuracy accuracy = new AlignmentAccuracy(picturesPerFace);
        accuracy.measure(FaceSet.rendered());
        if (data == null) {
            out.println("No -Ddice.data=DIR was given before -jar: templates of real dice are not measured.");
        } else {
            Path good = data.resolve("original").resolve("normal");
            if (!Files.isDirectory(good)) {
                throw new IOException("dice.data: there is no folder " + good);
            }
            accuracy.measure(FaceSet.learned(good));
        }
        accuracy.print(out);
        List<DrawnBoard.Right> boards = DrawnBoard.right(DrawnBoard.first(boardCount));
        out.println("Drawn boards, boxes one to one");
        boards.forEach(out::println);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("opencv", OpenCv.version());
        figures.put("refinement", accuracy.refinement);
        figures.put("search", accuracy.search);
        figures.put("boards", boards);
        return ResultFile.write(results, "accuracy", Machine.here(), Commit.of(Path.of("")), figures);
    }

    /** Adds the figures of one set of templates. */
    void measure(FaceSet faces) {
        for (double grain : GRAINS) {
            List<FaceSet.Warped> samples = new ArrayList<>();
            for (int i = 0; i < picturesPerFace; i++) {
                for (int face = 0; face < faces.templates().size(); face++) {
                    samples.add(faces.warped(samples.size(), face, grain));
                }
            }
            measureOurs(faces, grain, samples);
            measurePeer(faces, grain, samples, EccPeer.Settings.PATIENT);
            measurePeer(faces, grain, samples, EccPeer.Settings.TUNED);
        }
    }

    private void measureOurs(FaceSet faces, double grain, List<FaceSet.Warped> samples) {
        Aligner aligner = new Aligner(faces.templates(), faces.levels());
        List<PoseError> errors = new ArrayList<>();
        int rightFace = 0;
        int rightBasin = 0;
        for (FaceSet.Warped sample : samples) {
            PictureLevels picture = faces.levels().prepare(sample.picture());
            Alignment refined = aligner.refine(picture, sample.template(), sample.start());
            if (refined.converged()) {
                errors.add(error(faces, sample, refined.pose()));
            }
            Alignment found = aligner.align(picture);
            if (found.template() == sample.template()) {
                rightFace++;
                rightBasin += error(faces, sample, found.pose()).corner() < RIGHT_BASIN ? 1 : 0;
            }
        }
        int n = samples.size();
        refinement.add(PoseFigures.of(faces.name(), grain, "boofcv-dice Aligner.refine", n, errors));
        search.add(new SearchFigures(faces.name(), grain, n, rightFace / (double) n, rightBasin / (double) n));
    }

    private void measurePeer(FaceSet faces, double grain, List<FaceSet.Warped> samples, EccPeer.Settings settings) {
        List<EccPeer> peers = faces.templates().stream()
                .map(t -> new EccPeer(t, faces.levels().frame(), settings))
                .toList();
        List<PoseError> errors = new ArrayList<>();
        for (FaceSet.Warped sample : samples) {
            EccPeer.Start start = peers.get(sample.template()).start(sample.picture(), sample.start());
            if (start.run()) {
                errors.add(error(faces, sample, start.pose()));
            }
            start.release();
        }
        String method = String.format(
                Locale.ROOT, "OpenCV findTransformECC, filter %d, epsilon %.0e", settings.filter(), settings.epsilon());
        refinement.add(PoseFigures.of(faces.name(), grain, method, samples.size(), errors));
    }

    private static PoseError error(FaceSet faces, FaceSet.Warped sample, RigidPose found) {
        int symmetry = faces.templates().get(sample.template()).symmetry();
        return PoseError.of(found, sample.truth(), symmetry, faces.levels().frame());
    }

    /** What was measured of refinement, row by row. */
    List<PoseFigures> refinement() {
        return refinement;
    }

    /** What was measured of the search, row by row. */
    List<SearchFigures> search() {
        return search;
    }

    private void print(PrintStream out) {
        out.println("Refinement: error at the corners in pixels and of the angle in degrees, median / 95 %");
        for (PoseFigures row : refinement) {
            out.printf(
                    Locale.ROOT,
                    "%-8s grain %.0f  %-52s %6d pictures %8.3f %% converged  %.4f / %.4f px  %.4f / %.4f deg%n",
                    row.pictures(),
                    row.grain(),
                    row.method(),
                    row.samples(),
                    100 * row.converged(),
                    row.cornerMedian(),
                    row.corner95(),
                    row.angleMedian(),
                    row.angle95());
        }
        out.println("Search over all faces and angles from nothing");
        for (SearchFigures row : search) {
            out.printf(
                    Locale.ROOT,
                    "%-8s grain %.0f  %6d pictures  right face %8.3f %%  within a pixel %8.3f %%%n",
                    row.pictures(),
                    row.grain(),
                    row.samples(),
                    100 * row.rightFace(),
                    100 * row.rightBasin());
        }
    }
}
