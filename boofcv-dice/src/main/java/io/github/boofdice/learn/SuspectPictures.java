package io.github.boofdice.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** Tells by their cross-fitted scores which of the good pictures are bad ones, and takes them out. */
final class SuspectPictures {
    /** Robust standard deviations of the log score beyond which a picture is not one of the good ones. */
    private static final double OUTLIER_SPREADS = 5;
    /** Of fewer scores none stands out. */
    private static final int FEWEST = 20;

    private SuspectPictures() {}

    /** Pictures whose score stands far beyond all others, with the reason. */
    static IdentityHashMap<Prepared, String> outliers(List<CrossFitting.Scored> scores) {
        double scale = CrossFitting.scale(scores);
        double[] logs = scores.stream()
                .mapToDouble(s -> StrictMath.log(s.raw() / scale))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        IdentityHashMap<Prepared, String> out = new IdentityHashMap<>();
        if (logs.length < FEWEST) {
            return out;
        }
        double middle = logs[logs.length / 2];
        double[] away =
                Arrays.stream(logs).map(v -> Math.abs(v - middle)).sorted().toArray();
        double limit = middle + OUTLIER_SPREADS * 1.4826 * away[away.length / 2];
        scores.stream()
                .filter(s -> StrictMath.log(s.raw() / scale) > limit)
                .forEach(s -> out.put(s.sample(), "looks unlike the other pictures of its face"));
        return out;
    }

    /**
     * The share of pictures with the highest scores, over all faces: scores are on one scale, and bad pictures are seldom spread evenly. What did not align comes first.
     *
     * @param share of all pictures, rounded to a whole number of them
     */
    static IdentityHashMap<Prepared, String> highest(List<CrossFitting.Scored> scores, double share) {
        IdentityHashMap<Prepared, String> out = new IdentityHashMap<>();
        // Doubles are ordered with NaN, not aligned, above all numbers.
        scores.stream()
                .sorted(Comparator.comparingDouble(CrossFitting.Scored::raw).reversed())
                .limit(Math.round(share * scores.size()))
                .forEach(
                        s -> out.put(
                                s.sample(),
                                "is among the pictures with the highest scores, of which the assumed contamination takes its share"));
        return out;
    }

    /** Takes pictures out of the faces, and faces without pictures out of the list; returns what was left out in the order of faces and pictures. */
    static List<Learned.LeftOut> remove(IdentityHashMap<Prepared, String> suspects, List<FaceDraft> faces) {
        List<Learned.LeftOut> out = new ArrayList<>();
        for (FaceDraft face : faces) {
            for (int i = 0; i < face.samples.size(); i++) {
                Prepared sample = face.samples.get(i);
                String reason = suspects.get(sample);
                if (reason != null) {
                    out.add(new Learned.LeftOut(sample.name(), reason));
                    face.remove(i--);
                }
            }
        }
        faces.removeIf(f -> f.samples.isEmpty());
        return out;
    }
}
