package io.github.boofdice.measure;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.Inspection;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.testdata.Defect;
import io.github.boofdice.testdata.DefectKind;
import io.github.boofdice.testdata.Defects;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.Scene;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Drawn dice that turn under a light that stays, which no turned photograph can show: there the highlights turn with the die. Each die is drawn
 * upright and once more at a random angle; good dice decide, dice with a defect as it is on really bad dice stand beside them.
 */
final class RenderedRow {
    static final Row ROW = new Row(
            "rendered",
            true,
            "drawn dice that turn under a light that stays, learned from drawn ones",
            RenderedRow::measure);

    private static final int LEARN = 60;
    private static final int GOOD = 200;
    private static final int DEFECTIVE = 60;
    private static final long SEED = 20_000_000;

    private RenderedRow() {}

    private static Outcome measure(Study study) throws IOException {
        DiceInspector model = DiceInspector.builder().learn(learn());
        Pairs good = new Pairs();
        Pairs defective = new Pairs();
        SplittableRandom random = new SplittableRandom(SEED);
        int done = 0;
        for (Face face : Face.values()) {
            for (int i = 0; i < GOOD; i++) {
                Scene scene = Scenes.good(SEED + LEARN + i, face);
                Scene turned = scene.turned(angle(random));
                good.add(model, face, DiceRenderer.render(scene), DiceRenderer.render(turned));
            }
            List<DefectKind> kinds = kinds(face);
            for (int i = 0; i < DEFECTIVE; i++) {
                long seed = SEED + LEARN + GOOD + i;
                Scene scene = Scenes.good(seed, face);
                Scene turned = scene.turned(angle(random));
                Defect defect = Defects.typical(kinds.get(i % kinds.size()), face, seed);
                defective.add(
                        model,
                        face,
                        DiceRenderer.render(scene, defect).picture(),
                        DiceRenderer.render(turned, defect).picture());
            }
            study.progress().progress("drawn dice", ++done, Face.values().length);
        }
        return Outcome.empty()
                .with("rightFace", good.rightFace("right face").atLeast(0.999))
                .with("sameVerdict", good.sameVerdict("verdict as upright").atLeast(0.995))
                .detail("defectiveRightFace", defective.rightFace("right face, dice with a defect"))
                .detail("defectiveSameVerdict", defective.sameVerdict("verdict as upright, dice with a defect"))
                .detail(
                        "goodRejected",
                        Figure.share("good rejected, upright", Unit.PERCENT, good.anomalousUpright, good.all))
                .detail(
                        "goodRejectedTurned",
                        Figure.share("good rejected, turned", Unit.PERCENT, good.anomalousTurned, good.all))
                .detail(
                        "recall",
                        Figure.share("recall, upright", Unit.SHARE, defective.anomalousUpright, defective.all))
                .detail(
                        "recallTurned",
                        Figure.share("recall, turned", Unit.SHARE, defective.anomalousTurned, defective.all));
    }

    private static List<GoodPicture> learn() {
        List<GoodPicture> pictures = new ArrayList<>();
        for (Face face : Face.values()) {
            for (int i = 0; i < LEARN; i++) {
                GrayF32 picture = plane(DiceRenderer.render(Scenes.good(SEED + i, face)));
                pictures.add(new GoodPicture(face.folder() + "/" + i, face.folder(), picture));
            }
        }
        return pictures;
    }

    /** The kinds that the face has room for. */
    private static List<DefectKind> kinds(Face face) {
        List<DefectKind> kinds = new ArrayList<>(List.of(DefectKind.values()));
        if (face == Face.SIX) {
            kinds.removeAll(List.of(DefectKind.MISSING_PIP, DefectKind.FADED_PIP));
        }
        if (face == Face.FIVE || face == Face.SIX) {
            kinds.remove(DefectKind.EXTRA_PIP);
        }
        return kinds;
    }

    private static double angle(SplittableRandom random) {
        return random.nextDouble(-Math.PI, Math.PI);
    }

    private static GrayF32 plane(GrayPicture picture) {
        return GrayPictures.fromBufferedImage(picture.toBufferedImage());
    }

    /** Counts over pairs of one die upright and turned. */
    private static final class Pairs {
        private int all;
        private int rightFace;
        private int sameVerdict;
        private int anomalousUpright;
        private int anomalousTurned;

        void add(DiceInspector model, Face face, GrayPicture upright, GrayPicture turned) {
            Inspection first = model.inspect(plane(upright));
            Inspection second = model.inspect(plane(turned));
            all++;
            rightFace += second.face().equals(face.folder()) ? 1 : 0;
            sameVerdict += first.verdict() == second.verdict() ? 1 : 0;
            anomalousUpright += first.anomalous() ? 1 : 0;
            anomalousTurned += second.anomalous() ? 1 : 0;
        }

        Figure rightFace(String label) {
            return Figure.share(label, Unit.PERCENT, rightFace, all);
        }

        Figure sameVerdict(String label) {
            return Figure.share(label, Unit.PERCENT, sameVerdict, all);
        }
    }
}
