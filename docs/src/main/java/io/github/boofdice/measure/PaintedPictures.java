package io.github.boofdice.measure;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Pose;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.testdata.Defect;
import io.github.boofdice.testdata.DefectKind;
import io.github.boofdice.testdata.DefectPainter;
import io.github.boofdice.testdata.Defects;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.Ground;
import io.github.boofdice.testdata.Painted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Lays drawn defects over the good pictures of a capture, where the die that they show has room for them. */
final class PaintedPictures {
    /** A painted picture, its mask, and where the die's middle lies in pixels from the picture's. */
    record Shot(GrayF32 picture, GrayPicture mask, double middleX, double middleY) {}

    private static final long SEED = 77;

    private final List<Capture.Shot> good;
    private final Map<String, Pose> poses = new HashMap<>();
    private final DiceInspector model;

    /** @param model says where the dice lie; it decides nothing else */
    PaintedPictures(Capture capture, DiceInspector model) {
        good = capture.good();
        this.model = model;
    }

    /** Chooses pictures and places: the same ones for every contrast. */
    List<Place> places(DefectKind kind, Ground ground, int sign, double size, int count) {
        SplittableRandom random = new SplittableRandom(SEED + kind.ordinal());
        Map<DieFace, Boolean> room = new EnumMap<>(DieFace.class);
        List<Place> places = new ArrayList<>();
        while (places.size() < count) {
            Capture.Shot shot = good.get(random.nextInt(good.size()));
            long seed = random.nextLong();
            Place place = new Place(shot, kind, ground, sign, size, seed);
            if (room.computeIfAbsent(shot.face(), face -> place.hasRoom())) {
                places.add(place);
            } else if (room.size() == DieFace.values().length && !room.containsValue(true)) {
                throw new IllegalArgumentException("no face has room for " + kind + " of " + size + " px on " + ground);
            }
        }
        return places;
    }

    /** Paints one. */
    Shot paint(Place place, int contrast) {
        Capture.Shot shot = place.shot;
        Pose found = poses.computeIfAbsent(
                shot.file(), file -> model.inspect(shot.picture()).pose());
        DiePose pose = new DiePose(
                found.x(), found.y(), DieFace.turnOfFolder(shot.source().folder()));
        Painted painted = DefectPainter.paint(picture(shot.picture()), pose, place.defect(contrast));
        return new Shot(
                GrayPictures.fromBufferedImage(painted.picture().toBufferedImage()),
                painted.mask(),
                found.x(),
                found.y());
    }

    private static GrayPicture picture(GrayF32 plane) {
        byte[] levels = new byte[plane.width * plane.height];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(plane.data[i]);
        }
        return GrayPicture.of(plane.width, plane.height, levels);
    }

    /** A picture, and what is to be laid over it. */
    record Place(Capture.Shot shot, DefectKind kind, Ground ground, int sign, double size, long seed) {
        private boolean hasRoom() {
            try {
                return defect(SensitivityGrid.CONTRASTS.get(0)).reach() > 0;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private Defect defect(int contrast) {
            return Defects.on(kind, Face.values()[shot.face().ordinal()], ground, sign * contrast, size, seed);
        }
    }
}
