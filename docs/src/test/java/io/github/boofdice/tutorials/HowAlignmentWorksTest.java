package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import org.junit.jupiter.api.Test;

class HowAlignmentWorksTest {
    private final DiceInspector inspector = Drawn.inspector();
    private final GrayF32 picture = HowAlignmentWorks.turnedSix();
    private final Inspection found = inspector.inspect(picture);

    @Test
    void theBrightestCellOfTheCoarseMapIsTheFaceAndNearlyTheAngle() {
        double[][] map = HowAlignmentWorks.coarseMap(inspector, picture);

        int face = 0;
        int angle = 0;
        for (int f = 0; f < map.length; f++) {
            for (int a = 0; a < map[f].length; a++) {
                if (map[f][a] > map[face][angle]) {
                    face = f;
                    angle = a;
                }
            }
        }
        double turn = 2 * Math.PI * angle / HowAlignmentWorks.ANGLES;
        assertThat(inspector.info().faces().get(face).name())
                .isEqualTo(found.face())
                .isEqualTo("six");
        assertThat(Math.IEEEremainder(turn - found.pose().theta(), 2 * Math.PI))
                .isCloseTo(0, within(Math.toRadians(3)));
    }

    @Test
    void laidUponItsTemplateThePictureDiffersFarLess() {
        HowAlignmentWorks.Residuals residuals = HowAlignmentWorks.residuals(inspector, picture, found);

        assertThat(residuals.after()).isLessThan(residuals.before() / 3);
    }
}
