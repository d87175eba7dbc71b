package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.learn.LimitMethod;
import io.github.boofdice.score.Polarity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the values of the public door promise. */
class InspectionTest {
    private static final Pose POSE = new Pose(1, -2, 0.5);
    private static final DefectRegion REGION = MadeUp.region(3, 4, 5, 6, 30, Polarity.DARK, 7.5);

    @ParameterizedTest
    @EnumSource(AlignmentStatus.class)
    void convergedAndAmbiguousAlignmentsCanBeTrusted(AlignmentStatus status) {
        boolean trusted = status == AlignmentStatus.CONVERGED || status == AlignmentStatus.AMBIGUOUS;

        assertThat(status.converged()).isEqualTo(trusted);
        assertThat(inspection(Verdict.ANOMALOUS, 2, 0.1, status, List.of()).converged())
                .isEqualTo(trusted);
    }

    @ParameterizedTest
    @EnumSource(
            value = AlignmentStatus.class,
            names = {"LOW_TEXTURE", "LOW_OVERLAP", "DIVERGED"})
    void aPictureThatDidNotAlignCannotBeNormal(AlignmentStatus status) {
        assertThatThrownBy(() -> inspection(Verdict.NORMAL, 0.1, 0.9, status, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(status.name());
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 0.5, score",
        "-0.1, 0.5, score",
        "Infinity, 0.5, score",
        "1, NaN, pValue",
        "1, 1.1, pValue",
        "1, -0.1, pValue"
    })
    void numbersOutsideTheirRangeAreRefused(double score, double pValue, String named) {
        assertThatThrownBy(() -> inspection(Verdict.ANOMALOUS, score, pValue, AlignmentStatus.CONVERGED, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void laterChangesToTheListOfRegionsDoNotMatter() {
        List<DefectRegion> regions = new ArrayList<>(List.of(REGION));
        Inspection inspection = inspection(Verdict.ANOMALOUS, 2, 0.1, AlignmentStatus.CONVERGED, regions);
        regions.clear();

        assertThat(inspection.regions()).containsExactly(REGION);
        assertThat(inspection.dismissed()).containsExactly(REGION);
        assertThat(inspection.anomalous()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 5, 5, 1, 1, corner",
        "0, -1, 5, 5, 1, 1, corner",
        "0, 0, 0, 5, 1, 1, 0 x 5",
        "0, 0, 5, 5, 26, 1, area must be 1..25",
        "0, 0, 5, 5, 0, 1, area must be 1..25",
        "0, 0, 5, 5, 1, -1, peak",
        "0, 0, 5, 5, 1, NaN, peak"
    })
    void regionsThatCannotBeAreRefused(int x, int y, int width, int height, int area, double peak, String named) {
        assertThatThrownBy(() -> MadeUp.region(x, y, width, height, area, Polarity.LIGHT, peak))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    /** Whole numbers are the middles of pixels, so that a box begins half a pixel before its first one. */
    @ParameterizedTest
    @CsvSource({
        "2.4, 5, 1, 1, centroid",
        "7.6, 5, 1, 1, centroid",
        "5, 3.4, 1, 1, centroid",
        "5, 9.6, 1, 1, centroid",
        "NaN, 5, 1, 1, centroid",
        "5, NaN, 1, 1, centroid",
        "5, 5, -1, 1, contrast",
        "5, 5, NaN, 1, contrast",
        "5, 5, Infinity, 1, contrast",
        "5, 5, 1, -0.1, share",
        "5, 5, 1, 1.1, share",
        "5, 5, 1, NaN, share"
    })
    void middlesContrastsAndSharesThatCannotBeAreRefused(
            double centroidX, double centroidY, double contrast, double share, String named) {
        assertThat(new DefectRegion(3, 4, 5, 6, 30, 2.5, 9.5, Polarity.DARK, 0, 0, 0).explain())
                .isEqualTo(
                        "dark, 5 x 6 px about 2.5, 9.5; area 30 px, 0 grey levels, 0.0 times the limit, 0 % of the evidence");
        assertThatThrownBy(() ->
                        new DefectRegion(3, 4, 5, 6, 30, centroidX, centroidY, Polarity.DARK, contrast, 7.5, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aPoseHasAPlaceAndPerhapsAnAngle() {
        assertThat(POSE.hasAngle()).isTrue();
        assertThat(new Pose(0, 0, Double.NaN).hasAngle()).isFalse();
        assertThatThrownBy(() -> new Pose(Double.NaN, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pose(0, 0, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aModelCountsThePicturesOfAllItsFaces() {
        ModelInfo info = new ModelInfo(
                "1",
                128,
                128,
                List.of(new FaceInfo("00", List.of(), 5, 0), new FaceInfo("01", List.of("02"), 7, 2)),
                12,
                0,
                0.1,
                1,
                "order statistic",
                0,
                1,
                LimitMethod.STANDARD,
                List.of());

        assertThat(info.pictures()).isEqualTo(12);
    }

    private static Inspection inspection(
            Verdict verdict, double score, double pValue, AlignmentStatus status, List<DefectRegion> regions) {
        return new Inspection(
                verdict, score, pValue, "00", 1, POSE, status, 0, 1, new GrayF32(32, 32), regions, regions);
    }
}
