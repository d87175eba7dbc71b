package io.github.boofdice.classic;

import io.github.boofdice.kernel.BitPlanes;
import io.github.boofdice.kernel.LevelCounter;
import java.util.List;

/** Counts by bit planes, which plain Java does at any threshold. */
record PlaneCounter(List<DifferenceLimits> templates, BitPlanes picture) implements LevelCounter {
    @Override
    public byte[] levels() {
        return picture.levels();
    }

    @Override
    public void count(int[] absDiff, int[] subtract) {
        picture.split();
        for (int i = 0; i < absDiff.length; i++) {
            absDiff[i] = templates.get(i).absDiff().applyAsInt(picture);
            subtract[i] = templates.get(i).subtract().applyAsInt(picture);
        }
    }
}
