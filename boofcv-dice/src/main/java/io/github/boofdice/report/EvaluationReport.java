package io.github.boofdice.report;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.ModelInfo;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.LabelledPicture;
import io.github.boofdice.evaluate.PictureObserver;
import io.github.boofdice.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTML file that shows what an evaluation found: figures, charts, the learned faces, and the pictures that are worth a look.
 *
 * <p>It observes the evaluation and keeps a bounded number of pictures of each kind. The file stands alone: it asks for nothing over the net
 * and runs no script. The same pictures and models give the same bytes on one machine, whose fonts the charts use. Not safe for several
 * threads.
 */
public final class EvaluationReport implements PictureObserver {
    private static final int MISTAKES = 36;
    private static final int EXAMPLES = 12;

    private final String folder;
    private final String judgedBy;
    private final List<ModelInfo> models = new ArrayList<>();
    private FaceCard.Faces faces = FaceCard.Faces.NONE;
    private final BestOf<PictureCard> missed = new BestOf<>(MISTAKES);
    private final BestOf<PictureCard> rejected = new BestOf<>(MISTAKES);
    private final BestOf<PictureCard> narrow = new BestOf<>(EXAMPLES);
    private final BestOf<PictureCard> nearest = new BestOf<>(EXAMPLES);
    private final BestOf<PictureCard> worst = new BestOf<>(EXAMPLES);

    /**
     * Begins a report.
     *
     * @param folder the evaluated folder, as the reader should see it
     * @param judgedBy what judges, a few words such as {@code "the model dice.model"}
     */
    public EvaluationReport(String folder, String judgedBy) {
        this.folder = folder;
        this.judgedBy = judgedBy;
    }

    /**
     * Notes a model that judges; called once for each fold of a cross-fit. The faces of the first are shown.
     *
     * @param model the model
     * @param info its summary, with the threshold of what judges
     */
    public void model(DiceInspector model, ModelInfo info) {
        if (models.isEmpty()) {
            faces = FaceCard.Faces.of(model);
        }
        models.add(info);
    }

    @Override
    public void judged(LabelledPicture picture, GrayF32 judged, Inspection found) {
        double score = found.score();
        String file = picture.file();
        if (picture.truth() == Verdict.ANOMALOUS && !found.anomalous()) {
            missed.offer(-score, file, () -> PictureCard.of(file, "missed", judged, found));
        } else if (picture.truth() == Verdict.ANOMALOUS) {
            worst.offer(score, file, () -> PictureCard.of(file, "found", judged, found));
            if (found.converged()) {
                narrow.offer(-score, file, () -> PictureCard.of(file, "found", judged, found));
            }
        } else if (found.anomalous()) {
            rejected.offer(score, file, () -> PictureCard.of(file, "wrongly rejected", judged, found));
        } else {
            nearest.offer(score, file, () -> PictureCard.of(file, "accepted", judged, found));
        }
    }

    /**
     * Writes the file whole or not at all; an existing one is replaced.
     *
     * @param evaluation the figures of what was observed
     * @param file where to; its folder exists
     * @throws IOException when it cannot be written
     */
    public void write(Evaluation evaluation, Path file) throws IOException {
        WholeFile.write(file, page(evaluation));
    }

    byte[] page(Evaluation evaluation) {
        List<Tile> tiles = new ArrayList<>(Tile.of(evaluation));
        tiles.addAll(Tile.of(models));
        List<Chart> charts = new ArrayList<>();
        List<Notice> notices = new ArrayList<>(Notice.of("To be taken with care", evaluation.warnings()));
        notices.addAll(Notice.of(
                "Could not be read; counted nowhere",
                evaluation.unreadable().stream()
                        .map(file -> file.file() + ": " + file.reason())
                        .toList()));
        notices.addAll(Notice.ofMissingFonts());
        if (ChartTheme.hasFonts()) {
            charts.addAll(RocChart.of(evaluation));
            charts.addAll(ScoreHistogram.of(evaluation, models));
        }
        Page page = new Page(
                "How right it is on " + folder,
                Numbers.plural(evaluation.pictures().size(), "picture") + ", judged by " + judgedBy + ".",
                notices,
                tiles,
                List.of(ConfusionTable.of("Verdict against truth", evaluation)),
                charts,
                galleries(),
                faces,
                "Intervals are of 95 % and resample runs of near-identical frames: "
                        + Numbers.count(evaluation.runs(Verdict.NORMAL)) + " of good, "
                        + Numbers.count(evaluation.runs(Verdict.ANOMALOUS)) + " of anomalous pictures.");
        return Pages.fill("evaluation.html", page);
    }

    private List<Gallery> galleries() {
        return List.of(
                Gallery.of(
                        "missed",
                        "Missed",
                        "Anomalous pictures that were called normal, the lowest score first.",
                        "No anomalous picture was missed.",
                        missed),
                Gallery.of(
                        "rejected",
                        "Wrongly rejected",
                        "Good pictures that were called anomalous, the highest score first.",
                        "No good picture was rejected.",
                        rejected),
                Gallery.of(
                        "narrow",
                        "Found by the narrowest margin",
                        "Anomalous pictures that were found, the lowest score first.",
                        "No anomalous picture was found.",
                        narrow),
                Gallery.of(
                        "nearest",
                        "Good ones nearest to the threshold",
                        "Good pictures that were accepted, the highest score first.",
                        "No good picture was accepted.",
                        nearest),
                Gallery.of(
                        "worst",
                        "The worst",
                        "Anomalous pictures that were found, the highest score first.",
                        "No anomalous picture was found.",
                        worst));
    }

    private record Page(
            String title,
            String lead,
            List<Notice> notices,
            List<Tile> tiles,
            List<ConfusionTable> confusions,
            List<Chart> charts,
            List<Gallery> galleries,
            FaceCard.Faces faces,
            String small) {}
}
