package io.github.boofdice.evaluate;

import io.github.boofdice.FileFingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for byte-identical pictures in what was learned and what is tested, and among what is tested: the first flatter
 * every figure, the others count one picture several times.
 */
public final class DuplicateScan {
    private static final int NAMED = 5;

    private final List<String> learned = new ArrayList<>();
    private final Map<FileFingerprint, List<String>> tested = new LinkedHashMap<>();

    /** Begins with nothing noted. */
    public DuplicateScan() {}

    /**
     * Notes a picture that is tested.
     *
     * @param file its name in the warning
     * @param fingerprint its bytes' fingerprint
     * @param wasLearned whether the inspector that judges it was learned from these very bytes
     */
    public void add(String file, FileFingerprint fingerprint, boolean wasLearned) {
        if (wasLearned) {
            learned.add(file);
        }
        tested.computeIfAbsent(fingerprint, key -> new ArrayList<>()).add(file);
    }

    /**
     * Says what was found.
     *
     * @return one line a finding, at most two; empty when no file stands in two places
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!learned.isEmpty()) {
            warnings.add(learned.size() + (learned.size() == 1 ? " picture" : " pictures")
                    + " tested here also stood, byte for byte, among the pictures learned from, which flatters the figures: "
                    + some(learned));
        }
        List<String> groups = tested.values().stream()
                .filter(files -> files.size() > 1)
                .map(files -> String.join(" = ", files))
                .toList();
        if (!groups.isEmpty()) {
            warnings.add(groups.size() + (groups.size() == 1 ? " picture stands" : " pictures stand")
                    + " here under several names, byte for byte, and counts each time: " + some(groups));
        }
        return warnings;
    }

    private static String some(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? some : some + " and " + (names.size() - NAMED) + " more";
    }
}
