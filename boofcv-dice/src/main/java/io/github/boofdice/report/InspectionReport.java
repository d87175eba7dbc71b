package io.github.boofdice.report;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.ModelInfo;
import io.github.boofdice.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTML file that shows inspected pictures, the anomalous first.
 *
 * <p>A bounded number of pictures is kept, those with the highest scores. The file stands alone: it asks for nothing over the net and runs
 * no script. The same pictures and model give the same bytes. Not safe for several threads.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/HeatMapAndRegions.html">Tutorial: heat map, regions and report</a>
 */
public final class InspectionReport {
    private static final int ANOMALOUS = 150;
    private static final int NORMAL = 50;

    private final String judgedBy;
    private final ModelInfo model;
    private final FaceCard.Faces faces;
    private final BestOf<PictureCard> anomalous = new BestOf<>(ANOMALOUS);
    private final BestOf<PictureCard> normal = new BestOf<>(NORMAL);
    private final List<String> unreadable = new ArrayList<>();
    private long unaligned;

    /**
     * Begins a report.
     *
     * @param judgedBy what judges, a few words such as {@code "the model dice.model"}
     * @param model the model
     * @param info its summary, with the threshold of what judges
     */
    public InspectionReport(String judgedBy, DiceInspector model, ModelInfo info) {
        this.judgedBy = judgedBy;
        this.model = info;
        faces = FaceCard.Faces.of(model);
    }

    /**
     * Notes a picture.
     *
     * @param file its name
     * @param picture the plane that was inspected; not modified, not kept
     * @param found what was found in it
     */
    public void inspected(String file, GrayF32 picture, Inspection found) {
        unaligned += found.converged() ? 0 : 1;
        if (found.anomalous()) {
            // What could not be aligned has a score that says little: it comes first.
            double rank = found.converged() ? found.score() : Double.POSITIVE_INFINITY;
            anomalous.offer(rank, file, () -> PictureCard.of(file, "anomalous", picture, found));
        } else {
            normal.offer(found.score(), file, () -> PictureCard.of(file, "normal", picture, found));
        }
    }

    /**
     * Notes a file that could not be read.
     *
     * @param file its name
     * @param reason why
     */
    public void unreadable(String file, String reason) {
        unreadable.add(file + ": " + reason);
    }

    /**
     * Writes the file whole or not at all; an existing one is replaced.
     *
     * @param file where to; its folder exists
     * @throws IOException when it cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, Pages.fill("inspection.html", page()));
    }

    private Page page() {
        long all = anomalous.offered() + normal.offered();
        List<Tile> tiles = new ArrayList<>(List.of(
                new Tile(
                        "Anomalous",
                        Numbers.count(anomalous.offered()),
                        "of " + Numbers.count(all)
                                + (unaligned == 0 ? "" : "; " + Numbers.count(unaligned) + " not aligned")),
                new Tile("Normal", Numbers.count(normal.offered()), "of " + Numbers.count(all))));
        tiles.addAll(Tile.of(List.of(model)));
        return new Page(
                all == 1 ? "What was found in a picture" : "What was found in " + Numbers.plural(all, "picture"),
                "Judged by " + judgedBy + ".",
                Notice.of("Could not be read", unreadable),
                tiles,
                List.of(
                        Gallery.of(
                                "anomalous",
                                "Anomalous",
                                "What could not be aligned first, then the highest score first.",
                                "No picture was called anomalous.",
                                anomalous),
                        Gallery.of(
                                "normal",
                                "Normal",
                                "The highest score first.",
                                "No picture was called normal.",
                                normal)),
                faces,
                "At most " + ANOMALOUS + " anomalous and " + NORMAL + " normal pictures stand in this file.");
    }

    private record Page(
            String title,
            String lead,
            List<Notice> notices,
            List<Tile> tiles,
            List<Gallery> galleries,
            FaceCard.Faces faces,
            String small) {}
}
