package io.github.boofdice.tutorials;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws the README's picture: dice as they were seen above, their heat maps with the regions boxed below. */
final class HeatMapFigure {
    private static final List<String> SHOWN =
            List.of("scratch-five", "engraving-four", "lost-ink-six", "extra-pip-three");

    /** From the repository's top folder. */
    static final String FILE = "docs/figures/heat-maps.png";

    private static final int ZOOM = 2;

    private HeatMapFigure() {}

    static BufferedImage draw() throws IOException {
        DiceInspector inspector = Drawn.inspector();
        int side = inspector.info().frameWidth() * ZOOM;
        Sheet sheet = Sheet.of(SHOWN.size(), 2, side, side);
        for (int i = 0; i < SHOWN.size(); i++) {
            BufferedImage die = ImageIO.read(Drawn.bad(SHOWN.get(i)).toFile());
            Inspection found = inspector.inspect(die);
            sheet.tile(i, 0, die)
                    .tile(i, 1, Sheet.heat(die, found.heatMap()))
                    .boxes(i, 1, die.getWidth(), found.regions());
        }
        return sheet.picture();
    }
}
