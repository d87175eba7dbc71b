package io.github.boofdice.report;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.FaceInfo;
import io.github.boofdice.score.Polarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What good pictures of one face look like, and how far they stray.
 *
 * @param name of the face
 * @param width of the pictures, in pixels
 * @param height likewise
 * @param picture data URI of the mean
 * @param light data URI of the spread to the lighter side
 * @param dark data URI of the spread to the darker side
 * @param note of how many pictures, and how it turns
 */
record FaceCard(String name, int width, int height, String picture, String light, String dark, String note) {
    /** The colours reach up to the spread that this share of all pixels stays below. */
    private static final double SHARE = 0.995;

    /**
     * All faces of a model.
     *
     * @param most the spread in grey levels that is drawn lightest; the same for all
     */
    record Faces(List<FaceCard> cards, String most) {
        static final Faces NONE = new Faces(List.of(), "");

        /** For the page: whether there is anything to show. */
        boolean any() {
            return !cards.isEmpty();
        }

        static Faces of(DiceInspector inspector) {
            List<FaceInfo> faces = inspector.info().faces();
            double most = most(inspector, faces);
            List<FaceCard> cards = faces.stream()
                    .map(face -> FaceCard.of(inspector, face, most))
                    .toList();
            return new Faces(cards, Numbers.score(most));
        }

        private static double most(DiceInspector inspector, List<FaceInfo> faces) {
            List<float[]> spreads = new ArrayList<>();
            int size = 0;
            for (FaceInfo face : faces) {
                for (Polarity way : Polarity.values()) {
                    spreads.add(inspector.spread(face.name(), way).data);
                    size += spreads.get(spreads.size() - 1).length;
                }
            }
            float[] all = new float[size];
            int at = 0;
            for (float[] some : spreads) {
                System.arraycopy(some, 0, all, at, some.length);
                at += some.length;
            }
            Arrays.sort(all);
            return Math.max(1, all[(int) (SHARE * (size - 1))]);
        }
    }

    private static FaceCard of(DiceInspector inspector, FaceInfo face, double most) {
        GrayF32 picture = inspector.picture(face.name());
        String turns = switch (face.symmetry()) {
            case 0 -> "looks the same at every angle";
            case 1 -> "no symmetry";
            default -> face.symmetry() + " turns look alike";
        };
        String also = face.aliases().isEmpty() ? "" : "; also " + String.join(", ", face.aliases());
        return new FaceCard(
                face.name(),
                picture.width,
                picture.height,
                Thumbnail.grey(picture),
                Thumbnail.spread(inspector.spread(face.name(), Polarity.LIGHT), most),
                Thumbnail.spread(inspector.spread(face.name(), Polarity.DARK), most),
                Numbers.plural(face.pictures(), "picture") + ", " + turns + also);
    }
}
