package io.github.boofdice.testdata;

import java.util.ArrayList;
import java.util.List;

/**
 * What the committed folder of pictures holds, and how each of them is drawn. All follows from {@link #SEED}.
 *
 * <p>{@code learn/FACE/NNN.png} are good dice to learn from; {@code judge/normal/FACE/NNN.png} and {@code
 * judge/anomalous/KIND-FACE.png} are to be judged; {@code masks/KIND-FACE.png} says where the anomalous ones are wrong.
 */
public final class SamplePlan {
    /** The seed of the committed pictures. */
    public static final long SEED = 20240601;

    /** Good pictures to learn from, each face. */
    public static final int LEARN = 12;

    /** Good pictures to be judged, each face. */
    public static final int JUDGE = 6;

    /** Pictures of each kind of defect, each on another face. */
    public static final int EACH_KIND = 4;

    private SamplePlan() {}

    /** {@return all pictures of the folder, masks among them, in the order of their names} */
    public static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Face face : Face.values()) {
            for (int i = 0; i < LEARN; i++) {
                GrayPicture picture = DiceRenderer.render(Scenes.good(SEED + i, face));
                samples.add(new Sample(String.format("learn/%s/%03d.png", face.folder(), i), picture));
            }
            for (int i = 0; i < JUDGE; i++) {
                GrayPicture picture = DiceRenderer.render(Scenes.good(SEED + LEARN + i, face));
                samples.add(new Sample(String.format("judge/normal/%s/%03d.png", face.folder(), i), picture));
            }
        }
        for (DefectKind kind : DefectKind.values()) {
            for (int i = 0; i < EACH_KIND; i++) {
                anomalous(samples, kind, i);
            }
        }
        samples.sort((a, b) -> a.name().compareTo(b.name()));
        return samples;
    }

    private static void anomalous(List<Sample> samples, DefectKind kind, int i) {
        List<Face> faces = faces(kind);
        Face face = faces.get((kind.ordinal() + i) % faces.size());
        long seed = SEED + LEARN + JUDGE + 31L * kind.ordinal() + i;
        Painted painted = DiceRenderer.render(Scenes.good(seed, face), Defects.typical(kind, face, seed));
        String name = kind.label() + "-" + face.folder() + ".png";
        samples.add(new Sample("judge/anomalous/" + name, painted.picture()));
        samples.add(new Sample("masks/" + name, painted.mask()));
    }

    /** The faces that have room for such a defect, as it typically is. */
    private static List<Face> faces(DefectKind kind) {
        return switch (kind) {
            case MISSING_PIP, FADED_PIP -> List.of(Face.ONE, Face.TWO, Face.THREE, Face.FOUR, Face.FIVE);
            case EXTRA_PIP -> List.of(Face.ONE, Face.TWO, Face.THREE, Face.FOUR);
            default -> List.of(Face.values());
        };
    }

    /**
     * A picture of the folder.
     *
     * @param name its path within the folder, with '/'
     * @param picture its pixels
     */
    public record Sample(String name, GrayPicture picture) {}
}
