package io.github.boofdice.measure;

import io.github.boofdice.Inspection;
import io.github.boofdice.Inspector;
import io.github.boofdice.testdata.DefectKind;
import io.github.boofdice.testdata.Ground;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How faint a defect may be: drawn ones laid over the good pictures of {@code autumn}, judged by the model learned from {@code original}. */
final class SensitivityRow {
    static final Row ROW = new Row(
            "sensitivity",
            false,
            "drawn defects over good pictures of `autumn`, learned from `original`",
            study -> measure(study, study.model(), "sensitivity.png"));

    static final Row COMBINED = new Row(
            "sensitivity-combined",
            false,
            "the same defects, by difference and network together",
            study -> measure(study, study.withNetwork().combined(), "sensitivity-combined.png"));

    private static final double RECALL = 0.9;
    private static final int LOCATED_FROM = 25;
    private static final double DUST = 2;
    private static final int DUST_CONTRAST = 40;
    private static final List<Double> LARGE = List.of(8.0, 16.0, 24.0, 32.0);
    private static final int LARGE_CONTRAST = 60;

    /** Never: stronger than any contrast that is tried. */
    private static final int NEVER = 255;

    private SensitivityRow() {}

    /** Recalls by contrast, ascending, of one kind and size. */
    record Recalls(SensitivityGrid.Line line, double size, Map<Integer, Double> byContrast) {
        /** The least contrast from which on recall stays at the wanted level or above. */
        int contrastFor(double recall) {
            int least = NEVER;
            List<Map.Entry<Integer, Double>> ascending = new ArrayList<>(byContrast.entrySet());
            for (int i = ascending.size() - 1; i >= 0 && ascending.get(i).getValue() >= recall; i--) {
                least = ascending.get(i).getKey();
            }
            return least;
        }
    }

    private static Outcome measure(Study study, Inspector judge, String figure) throws IOException {
        PaintedPictures painted = new PaintedPictures(study.autumn(), study.model());
        List<Recalls> all = new ArrayList<>();
        Map<String, MaskAgreement> agreements = new LinkedHashMap<>();
        int lines = 0;
        for (SensitivityGrid.Line line : SensitivityGrid.LINES) {
            MaskAgreement agreement = new MaskAgreement();
            for (double size : line.sizes()) {
                all.add(recalls(judge, painted, line, size, agreement));
                study.progress().progress("painting a " + line.name(), ++lines, SensitivityGrid.sizes());
            }
            agreements.put(line.name(), agreement);
        }
        SensitivityFigure.draw(all, study.figures().resolve(figure));
        Outcome outcome = Outcome.empty()
                .with(
                        "stroke",
                        passes(all, DefectKind.INK_STROKE, 2, "stroke 2 px wide")
                                .atMost(25))
                .with(
                        "scratch",
                        passes(all, DefectKind.SCRATCH, 1, "scratch 1 px x 30 px")
                                .atMost(30))
                .with("blot", passes(all, DefectKind.BLOT, 4, "blot 4 px").atMost(40))
                .with(
                        "engraving",
                        passes(all, DefectKind.ENGRAVING, 1.5, "engraving of 1.5 px lines")
                                .atMost(20))
                .with("dust", dust(judge, painted).atMost(0.01))
                .with("large", large(judge, painted).atLeast(1));
        double least = agreements.values().stream()
                .mapToDouble(MaskAgreement::auroc)
                .min()
                .orElseThrow();
        double leastOverlap = agreements.values().stream()
                .mapToDouble(MaskAgreement::aupro)
                .min()
                .orElseThrow();
        outcome = outcome.with(
                        "pixelAuroc",
                        Figure.of(
                                        "heat map against masks, 25 grey levels or more, least of five kinds: pixel AUROC",
                                        Unit.SHARE,
                                        least)
                                .atLeast(0.99))
                .with(
                        "aupro",
                        Figure.of("likewise, AUPRO up to 0.3", Unit.SHARE, leastOverlap)
                                .atLeast(0.95));
        for (Map.Entry<String, MaskAgreement> entry : agreements.entrySet()) {
            outcome = outcome.detail(
                            "pixelAuroc " + entry.getKey(),
                            Figure.of(
                                    entry.getKey() + ": pixel AUROC",
                                    Unit.SHARE,
                                    entry.getValue().auroc()))
                    .detail(
                            "aupro " + entry.getKey(),
                            Figure.of(
                                    entry.getKey() + ": AUPRO",
                                    Unit.SHARE,
                                    entry.getValue().aupro()));
        }
        for (Recalls recalls : all) {
            outcome = outcome.note(
                    "%s, %s px: recall %s".formatted(recalls.line().name(), recalls.size(), recalls.byContrast()));
        }
        return outcome;
    }

    private static Recalls recalls(
            Inspector model, PaintedPictures painted, SensitivityGrid.Line line, double size, MaskAgreement agreement) {
        List<PaintedPictures.Place> places =
                painted.places(line.kind(), line.ground(), line.sign(), size, SensitivityGrid.PICTURES);
        Map<Integer, Double> recalls = new LinkedHashMap<>();
        for (int contrast : SensitivityGrid.CONTRASTS) {
            int found = 0;
            for (PaintedPictures.Place place : places) {
                PaintedPictures.Shot shot = painted.paint(place, contrast);
                Inspection inspection = model.inspect(shot.picture());
                found += inspection.anomalous() ? 1 : 0;
                if (contrast >= LOCATED_FROM) {
                    agreement.add(inspection.heatMap(), shot.mask(), shot.middleX(), shot.middleY());
                }
            }
            recalls.put(contrast, found / (double) places.size());
        }
        return new Recalls(line, size, recalls);
    }

    private static Figure passes(List<Recalls> all, DefectKind kind, double size, String label) {
        int contrast = all.stream()
                .filter(r -> r.line().kind() == kind && r.size() == size)
                .findFirst()
                .orElseThrow()
                .contrastFor(RECALL);
        String never = contrast == NEVER ? " (" + NEVER + ": none that was tried)" : "";
        return Figure.of("contrast from which recall is 0.9 or more: " + label + never, Unit.GREY_LEVELS, contrast);
    }

    /** Dark specks on the white, and light ones on the print, a fifth of them: about the print's share of the face. */
    private static Figure dust(Inspector model, PaintedPictures painted) {
        List<PaintedPictures.Place> places = new ArrayList<>(
                painted.places(DefectKind.BLOT, Ground.WHITE, -1, DUST, 4 * SensitivityGrid.PICTURES / 5 * 2));
        places.addAll(painted.places(DefectKind.BLOT, Ground.PRINT, 1, DUST, SensitivityGrid.PICTURES / 5 * 2));
        return Figure.share(
                "good pictures rejected for a speck of 2 px and 40 grey levels",
                Unit.PERCENT,
                found(model, painted, places, DUST_CONTRAST),
                places.size());
    }

    private static Figure large(Inspector model, PaintedPictures painted) {
        List<PaintedPictures.Place> places = new ArrayList<>();
        for (double size : LARGE) {
            places.addAll(painted.places(DefectKind.BLOT, Ground.ANY, -1, size, SensitivityGrid.PICTURES / 2));
        }
        return Figure.share(
                "recall of blots of 8 to 32 px and 60 grey levels",
                Unit.SHARE,
                found(model, painted, places, LARGE_CONTRAST),
                places.size());
    }

    private static long found(
            Inspector model, PaintedPictures painted, List<PaintedPictures.Place> places, int contrast) {
        return places.stream()
                .filter(place ->
                        model.inspect(painted.paint(place, contrast).picture()).anomalous())
                .count();
    }
}
