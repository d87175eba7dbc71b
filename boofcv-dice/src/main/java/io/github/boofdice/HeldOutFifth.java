package io.github.boofdice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Good pictures to learn from, and the last fifth of each folder, which is held out: contiguous, since frames come in runs. What a network is trained on and what its threshold rests on never overlap where both
 * come of one folder.
 *
 * @param shown the first four fifths of each folder
 * @param held the last fifth
 */
record HeldOutFifth(List<GoodPicture> shown, List<GoodPicture> held) {
    private static final int PARTS = 5;

    /** Divides pictures that lie in their folders in the order in which they were taken. */
    static HeldOutFifth of(List<GoodPicture> pictures) {
        Map<String, Integer> sizes = new HashMap<>();
        pictures.forEach(p -> sizes.merge(p.folder(), 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        List<GoodPicture> shown = new ArrayList<>();
        List<GoodPicture> held = new ArrayList<>();
        for (GoodPicture picture : pictures) {
            int before = seen.merge(picture.folder(), 1, Integer::sum) - 1;
            int size = Objects.requireNonNull(sizes.get(picture.folder()));
            (before * PARTS / Math.max(PARTS, size) < PARTS - 1 ? shown : held).add(picture);
        }
        return new HeldOutFifth(shown, held);
    }
}
