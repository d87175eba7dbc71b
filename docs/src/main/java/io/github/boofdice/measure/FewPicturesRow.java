package io.github.boofdice.measure;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.evaluate.PictureChange;
import io.github.boofdice.evaluate.Ranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Learns from five good pictures of each of the six faces, drawn by lot over all folders of a face, never two neighbours in file order: frames
 * come in runs, and two of one run are hardly two pictures. The one picture that lies in the wrong folder is not drawn.
 */
final class FewPicturesRow {
    static final Row ROW = new Row(
            "few-pictures",
            true,
            "`autumn`, learned from 5 good pictures of each face (10 draws)",
            FewPicturesRow::measure);

    private static final int DRAWS = 10;
    private static final int PICTURES = 5;
    private static final long SEED = 5;

    private FewPicturesRow() {}

    private static Outcome measure(Study study) throws IOException {
        double[] upright = new double[DRAWS];
        double[] turned = new double[DRAWS];
        List<String> notes = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            DiceInspector model = DiceInspector.builder().learn(draw(study.original(), SEED + draw));
            upright[draw] = auroc(study, model, PictureChange.NONE);
            turned[draw] = auroc(study, model, Study.TURNED);
            notes.add(String.format(
                    Locale.ROOT, "draw %d: AUROC %.6f, turned %.6f", draw + 1, upright[draw], turned[draw]));
        }
        return Outcome.empty()
                .with("auroc", mean("mean AUROC as taken", upright).atLeast(0.995))
                .detail("aurocLeast", least("least AUROC as taken", upright))
                .with("turnedAuroc", mean("mean AUROC turned", turned).atLeast(0.995))
                .detail("turnedAurocLeast", least("least AUROC turned", turned))
                .note(notes);
    }

    private static Figure mean(String label, double[] values) {
        return Figure.of(label, Unit.SHARE, Arrays.stream(values).average().orElseThrow());
    }

    private static Figure least(String label, double[] values) {
        return Figure.of(label, Unit.SHARE, Arrays.stream(values).min().orElseThrow());
    }

    private static double auroc(Study study, DiceInspector model, PictureChange change) {
        return Ranking.of(study.autumn().judge(model, change, study.progress())).auroc();
    }

    private static List<GoodPicture> draw(Capture original, long seed) {
        Map<DieFace, List<Capture.Shot>> faces = new EnumMap<>(DieFace.class);
        original.good().stream()
                .filter(shot -> !UprightRows.MISFILED.equals(shot.file()))
                .forEach(shot -> faces.computeIfAbsent(shot.face(), face -> new ArrayList<>())
                        .add(shot));
        SplittableRandom random = new SplittableRandom(seed);
        List<GoodPicture> drawn = new ArrayList<>();
        faces.forEach((face, shots) -> {
            for (int i : apart(random, shots.size())) {
                Capture.Shot shot = shots.get(i);
                drawn.add(new GoodPicture(shot.file(), face.name().toLowerCase(Locale.ROOT), shot.picture()));
            }
        });
        return drawn;
    }

    /** Sorted places below {@code n}, no two of them next to each other: drawn again until they are not. */
    static int[] apart(SplittableRandom random, int n) {
        while (true) {
            int[] places = random.ints(PICTURES, 0, n).sorted().toArray();
            boolean apart = true;
            for (int i = 1; i < places.length; i++) {
                apart &= places[i] - places[i - 1] > 1;
            }
            if (apart) {
                return places;
            }
        }
    }
}
