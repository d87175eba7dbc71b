package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.score.Polarity;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** One sentence about everything that an inspection can say. The pictures are of 128 x 128 pixels. */
class ExplanationTest {
    private static final DefectRegion LOWER_LEFT = MadeUp.region(30, 90, 14, 3, 40, Polarity.DARK, 9.14);
    private static final DefectRegion MIDDLE = MadeUp.region(60, 60, 8, 8, 40, Polarity.LIGHT, 4);
    private static final Pattern RARE = Pattern.compile("less than once in ([0-9,]+)$");

    @Property(tries = 300)
    void itIsAlwaysOneSentenceThatNamesTheFace(@ForAll("inspections") Inspection found) {
        String said = found.explain();

        assertThat(said)
                .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029]")
                .doesNotContain("NaN", "Infinity", "null", "  ")
                .doesNotEndWith(".")
                .hasSizeLessThan(400);
        String name = found.face().replaceAll("[\\p{Z}\\p{C}]+", " ").strip();
        assertThat(said).contains("face " + name);
    }

    @Property(tries = 300)
    void itNeverCallsAPartRarerThanThePValueDoes(@ForAll @DoubleRange(min = -12, max = 0) double exponent) {
        double pValue = Math.pow(10, exponent);
        Matcher rare = RARE.matcher(Explanation.frequency(pValue));

        if (!rare.find()) {
            assertThat(pValue).isGreaterThanOrEqualTo(0.05);
            return;
        }
        long n = Long.parseLong(rare.group(1).replace(",", ""));
        assertThat(pValue).isLessThan(1.0 / n);
        assertThat(Long.toString(n)).matches("[125]0+");
        // The next larger N would be too large, unless this is the largest that is ever said.
        assertThat(n == 1_000_000 || pValue * 2.5 * n >= 1).isTrue();
    }

    @Property(tries = 100)
    void theLocaleDoesNotMatter(@ForAll("inspections") Inspection found) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            String plain = found.explain();
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertThat(found.explain()).isEqualTo(plain);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 100)
    void theNinthIsCountedFromTheFaceNotFromThePicture(
            @ForAll @DoubleRange(min = -10, max = 10) double x, @ForAll @DoubleRange(min = -10, max = 10) double y) {
        for (int column = -1; column <= 1; column++) {
            for (int row = -1; row <= 1; row++) {
                DefectRegion region = MadeUp.region(
                        (int) Math.round(62 + x + 30 * column),
                        (int) Math.round(62 + y + 30 * row),
                        3,
                        3,
                        9,
                        Polarity.DARK,
                        5);
                String across = List.of("left", "middle", "right").get(column + 1);
                String place = row == 0
                        ? (column == 0 ? "in the middle" : "on the " + across)
                        : "on the " + (row < 0 ? "upper " : "lower ") + across;

                assertThat(anomalous(new Pose(x, y, 2), AlignmentStatus.CONVERGED, List.of(region))
                                .explain())
                        .contains(", " + place + " of face two; ");
            }
        }
    }

    @Example
    void aMarkIsDescribedByPolaritySizePlaceStrengthAndRarity() {
        assertThat(anomalous(new Pose(0, 0, 0), AlignmentStatus.CONVERGED, List.of(LOWER_LEFT))
                        .explain())
                .isEqualTo(
                        "dark mark, 14 x 3 px, on the lower left of face two; 9.1 times the limit; a good part looks like this less than once in 10,000");
    }

    @Example
    void furtherMarksAreCounted() {
        assertThat(anomalous(new Pose(0, 0, 0), AlignmentStatus.CONVERGED, List.of(MIDDLE, LOWER_LEFT, LOWER_LEFT))
                        .explain())
                .startsWith("light mark, 8 x 8 px, in the middle of face two, and two more; 4.0 times the limit; ");
        assertThat(anomalous(new Pose(0, 0, 0), AlignmentStatus.CONVERGED, Collections.nCopies(13, LOWER_LEFT))
                        .explain())
                .contains(" of face two, and 12 more; ");
    }

    @Example
    void aPictureWhoseMarksDoNotCountSaysSo() {
        assertThat(normal(6e-5, List.of(MIDDLE)))
                .isEqualTo(
                        "looks like a good face 03, but for a mark that does not count, light, 8 x 8 px, in the middle;"
                                + " a good part looks like this less than once in 10,000");
        assertThat(normal(6e-5, List.of(LOWER_LEFT, MIDDLE, MIDDLE)))
                .startsWith(
                        "looks like a good face 03, but for three marks that do not count, the strongest dark, 14 x 3 px,"
                                + " on the lower left; ");
    }

    @Example
    void withoutAMarkTheScoreIsTold() {
        assertThat(anomalous(new Pose(0, 0, 0), AlignmentStatus.CONVERGED, List.of())
                        .explain())
                .isEqualTo(
                        "unlike a good face two, though no single place stands out; score 3.2 where a typical good part has 1;"
                                + " a good part looks like this less than once in 10,000");
    }

    @Example
    void eachWayInWhichAnAlignmentFailsHasItsOwnAdvice() {
        Pose pose = new Pose(14.6, -3.2, 0);

        assertThat(anomalous(pose, AlignmentStatus.LOW_TEXTURE, List.of(LOWER_LEFT))
                        .explain())
                .startsWith("too little to see in the picture (nearest guess face two): no part, one without print,");
        assertThat(anomalous(pose, AlignmentStatus.LOW_OVERLAP, List.of(LOWER_LEFT))
                        .explain())
                .startsWith("the part lies too far from the middle of the picture (15 px right, 3 px up;"
                        + " nearest guess face two): bring it to the middle; ");
        assertThat(anomalous(pose, AlignmentStatus.DIVERGED, List.of(LOWER_LEFT))
                        .explain())
                .startsWith("unlike every face that was learned, at any angle (nearest guess face two); ");
        assertThat(anomalous(pose, AlignmentStatus.AMBIGUOUS, List.of(LOWER_LEFT))
                        .explain())
                .contains(" times the limit; another pose fits nearly as well; a good part");
    }

    @Example
    void aGoodPartIsSaidToLookLikeOneAndHowUsualItIs() {
        assertThat(normal(0.8)).isEqualTo("looks like a good face 03; at least every other good part looks no better");
        assertThat(normal(0.3)).isEqualTo("looks like a good face 03; about one good part in 3 looks no better");
        assertThat(normal(0.004))
                .isEqualTo("looks like a good face 03; a good part looks like this less than once in 200");
    }

    @Example
    void roundNumbersAreNotOverstated() {
        assertThat(Explanation.frequency(0.001)).endsWith("once in 500");
        assertThat(Explanation.frequency(Math.nextDown(0.001))).endsWith("once in 1,000");
        assertThat(Explanation.frequency(Math.nextDown(0.05))).endsWith("once in 20");
        assertThat(Explanation.frequency(0)).endsWith("once in 1,000,000");
    }

    @Example
    void hugeNumbersStayReadable() {
        DefectRegion strong = MadeUp.region(60, 60, 8, 8, 40, Polarity.LIGHT, Double.MAX_VALUE);

        assertThat(anomalous(new Pose(0, 0, Double.NaN), AlignmentStatus.CONVERGED, List.of(strong))
                        .explain())
                .contains("; over 1,000 times the limit; ");
    }

    private static String normal(double pValue) {
        return normal(pValue, List.of());
    }

    private static String normal(double pValue, List<DefectRegion> dismissed) {
        return new Inspection(
                        Verdict.NORMAL,
                        0.9,
                        pValue,
                        "03",
                        0,
                        new Pose(0, 0, Double.NaN),
                        AlignmentStatus.CONVERGED,
                        0,
                        1,
                        new GrayF32(128, 128),
                        List.of(),
                        dismissed)
                .explain();
    }

    private static Inspection anomalous(Pose pose, AlignmentStatus status, List<DefectRegion> regions) {
        return new Inspection(
                Verdict.ANOMALOUS,
                3.21,
                6e-5,
                "two",
                1,
                pose,
                status,
                0,
                1,
                new GrayF32(128, 128),
                regions,
                List.of(MIDDLE));
    }

    @Provide
    Arbitrary<Inspection> inspections() {
        Arbitrary<DefectRegion> regions = Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.of(Polarity.class),
                        Arbitraries.doubles().greaterOrEqual(0))
                .as((x, y, width, height, polarity, peak) -> MadeUp.region(x, y, width, height, 1, polarity, peak));
        Arbitrary<Pose> poses = Combinators.combine(
                        Arbitraries.doubles(), Arbitraries.doubles(), Arbitraries.of(0.0, 3.1, -1.0, Double.NaN))
                .as(Pose::new);
        return Combinators.combine(
                        Arbitraries.of(Verdict.class),
                        Arbitraries.of(AlignmentStatus.class),
                        Arbitraries.doubles().greaterOrEqual(0),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.strings()
                                .withChars("ab 05/\n\r\t\u0000\u0085\u2028<>&\"'\u202e")
                                .ofMaxLength(20),
                        poses,
                        regions.list().ofMaxSize(12))
                .as((verdict, status, score, pValue, face, pose, list) -> new Inspection(
                        status.converged() ? verdict : Verdict.ANOMALOUS,
                        score,
                        pValue,
                        face,
                        1,
                        pose,
                        status,
                        0,
                        1,
                        new GrayF32(128, 96),
                        list,
                        list.subList(list.size() / 2, list.size())))
                .withoutEdgeCases();
    }
}
