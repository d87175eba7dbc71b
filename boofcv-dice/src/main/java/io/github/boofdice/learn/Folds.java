package io.github.boofdice.learn;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Divides a face's pictures into parts that are held out in turn: contiguous within each folder, so that runs of near-identical frames stay together. */
final class Folds {
    static final int COUNT = 5;

    private Folds() {}

    /** Returns each sample's part, 0..{@value #COUNT} - 1; at least two parts are used where there are two samples. */
    static int[] assign(List<Prepared> samples) {
        Map<String, Integer> sizes = new HashMap<>();
        samples.forEach(s -> sizes.merge(s.folder(), 1, Integer::sum));
        List<String> folders = new ArrayList<>(sizes.keySet().stream().sorted().toList());
        Map<String, Integer> seen = new HashMap<>();
        int[] folds = new int[samples.size()];
        for (int i = 0; i < folds.length; i++) {
            String folder = samples.get(i).folder();
            int position = seen.merge(folder, 1, Integer::sum) - 1;
            // Small folders begin at parts of their own, or all their pictures would be held out at once.
            int first = folders.indexOf(folder);
            folds[i] = (position * COUNT / Math.max(COUNT, requireNonNull(sizes.get(folder))) + first) % COUNT;
        }
        return folds;
    }
}
