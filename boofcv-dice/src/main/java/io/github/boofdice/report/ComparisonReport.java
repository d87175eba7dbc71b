package io.github.boofdice.report;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.DisagreementObserver;
import io.github.boofdice.evaluate.Judgement;
import io.github.boofdice.evaluate.LabelledPicture;
import io.github.boofdice.evaluate.Method;
import io.github.boofdice.evaluate.MethodComparison;
import io.github.boofdice.evaluate.MethodPair;
import io.github.boofdice.evaluate.MethodResult;
import io.github.boofdice.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTML file that sets methods side by side: figures, ROC curves in one chart, and the pictures on which they disagree.
 *
 * <p>It observes the comparison and keeps a bounded number of pictures of each kind. The file stands alone: it asks for nothing over the net
 * and runs no script. Not safe for several threads.
 */
public final class ComparisonReport implements DisagreementObserver {
    private static final int MOST = 24;

    private final String title;
    private final String lead;
    private final DiceInspector inspector;
    private final List<Method> methods;
    private final List<BestOf<PictureCard>> missed;
    private final List<BestOf<PictureCard>> rejected;

    /**
     * Begins a report.
     *
     * @param folder the labelled folder, as the reader should see it
     * @param lead what the methods are and what they learned from, a sentence without a full stop
     * @param inspector draws the heat maps and the faces: the one that judges as the first method
     * @param methods all methods, in the order of the comparison
     */
    public ComparisonReport(String folder, String lead, DiceInspector inspector, List<Method> methods) {
        title = "Comparison on " + folder;
        this.lead = lead;
        this.inspector = inspector;
        this.methods = List.copyOf(methods);
        missed = methods.stream().map(method -> new BestOf<PictureCard>(MOST)).toList();
        rejected = methods.stream().map(method -> new BestOf<PictureCard>(MOST)).toList();
    }

    @Override
    public void disagreed(LabelledPicture picture, GrayF32 judged, List<Judgement> judgements) {
        boolean anomalous = picture.truth() == Verdict.ANOMALOUS;
        for (int i = 0; i < methods.size(); i++) {
            Judgement judgement = judgements.get(i);
            if (judgement.verdict() != picture.truth()) {
                BestOf<PictureCard> kind = (anomalous ? missed : rejected).get(i);
                double rank = anomalous ? -judgement.score() : judgement.score();
                kind.offer(rank, picture.file(), () -> card(picture, judged, judgements));
            }
        }
    }

    private PictureCard card(LabelledPicture picture, GrayF32 judged, List<Judgement> judgements) {
        List<PictureCard.Opinion> others = new ArrayList<>();
        for (int i = 1; i < methods.size(); i++) {
            others.add(new PictureCard.Opinion(
                    said(i, judgements),
                    tone(picture, judgements.get(i)),
                    methods.get(i).explain(judged)));
        }
        return PictureCard.of(picture.file(), said(0, judgements), judged, inspector.inspect(judged))
                .beside(tone(picture, judgements.get(0)), others);
    }

    private String said(int method, List<Judgement> judgements) {
        return methods.get(method).name() + ": "
                + judgements.get(method).verdict().word();
    }

    private static String tone(LabelledPicture picture, Judgement judgement) {
        return judgement.verdict() == picture.truth() ? "good" : "bad";
    }

    /**
     * Writes the file whole or not at all; an existing one is replaced.
     *
     * @param comparison the figures of what was observed
     * @param file where to; its folder exists
     * @throws IOException when it cannot be written
     */
    public void write(MethodComparison comparison, Path file) throws IOException {
        WholeFile.write(file, Pages.fill("comparison.html", page(comparison)));
    }

    private Page page(MethodComparison comparison) {
        List<MethodResult> results = comparison.methods();
        List<Notice> notices = new ArrayList<>(Notice.of("To be taken with care", comparison.warnings()));
        notices.addAll(Notice.of(
                "Could not be judged by every method; counted nowhere",
                comparison.unreadable().stream()
                        .map(file -> file.file() + ": " + file.reason())
                        .toList()));
        notices.addAll(Notice.ofMissingFonts());
        return new Page(
                title,
                Numbers.plural(results.get(0).pictures().size(), "picture") + ". " + lead + ".",
                notices,
                tiles(comparison),
                List.of(FigureTable.of(results)),
                results.stream()
                        .map(result -> ConfusionTable.of(result.name(), result.confusion(), ""))
                        .toList(),
                ChartTheme.hasFonts() ? RocChart.of(results) : List.of(),
                galleries(),
                FaceCard.Faces.of(inspector),
                "Intervals are of 95 % and resample runs of near-identical frames; the p-value is McNemar's exact test over such"
                        + " runs: a run counts once, for the method that is right more often in it. A picture's time is from decoded"
                        + " picture to verdict in one thread; learning includes reading the pictures.");
    }

    private static List<Tile> tiles(MethodComparison comparison) {
        List<Tile> tiles = new ArrayList<>();
        for (MethodResult result : comparison.methods()) {
            tiles.add(new Tile(
                    "F1, " + result.name(),
                    Numbers.decimal(result.figures().f1()),
                    Tile.interval(Numbers.decimals(result.intervals().f1()))));
        }
        for (MethodPair pair : comparison.pairs()) {
            tiles.add(new Tile(
                    pair.first() + " and " + pair.second() + " disagree",
                    Numbers.count(pair.disagreements()),
                    "only " + pair.first() + " is right on " + Numbers.count(pair.firstRight()) + ", only "
                            + pair.second() + " on " + Numbers.count(pair.secondRight())));
            tiles.add(new Tile(
                    "Chance of that, were both equal",
                    Numbers.pValue(pair.pValue()),
                    Numbers.plural(pair.firstRuns(), "run") + " for " + pair.first() + ", "
                            + Numbers.count(pair.secondRuns()) + " for " + pair.second()));
        }
        return tiles;
    }

    private List<Gallery> galleries() {
        List<Gallery> galleries = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            String name = methods.get(i).name();
            String others = methods.size() == 2 ? methods.get(1 - i).name() : "another method";
            galleries.add(Gallery.of(
                    "missed-" + i,
                    "Missed by " + name,
                    "Anomalous pictures that " + name + " calls normal and " + others
                            + " does not, the lowest score of " + name + " first.",
                    name + " misses none that " + others + " finds.",
                    missed.get(i)));
            galleries.add(Gallery.of(
                    "rejected-" + i,
                    "Rejected by " + name,
                    "Good pictures that " + name + " calls anomalous and " + others + " does not, the highest score of "
                            + name + " first.",
                    name + " rejects none that " + others + " accepts.",
                    rejected.get(i)));
        }
        return galleries;
    }

    private record Page(
            String title,
            String lead,
            List<Notice> notices,
            List<Tile> tiles,
            List<FigureTable> tables,
            List<ConfusionTable> confusions,
            List<Chart> charts,
            List<Gallery> galleries,
            FaceCard.Faces faces,
            String small) {}
}
