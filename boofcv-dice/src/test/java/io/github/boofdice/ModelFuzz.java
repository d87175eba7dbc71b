package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.fuzz.FuzzTarget;
import io.github.boofdice.fuzz.Mutator;
import io.github.boofdice.image.Planes;
import java.util.List;
import java.util.SplittableRandom;

/** Model files: an inspector that gives a finite verdict, or a ModelFormatException of one line, and nothing else. */
public final class ModelFuzz implements FuzzTarget {
    /** One model in so many that are accepted has to inspect a picture, which takes far longer than to load it. */
    private static final int INSPECTING = 64;

    private static final GrayF32 PICTURE = Planes.noise(SmallModel.SIDE, SmallModel.SIDE, 1);

    private final Mutator mutator = new Mutator(ModelBytes.sources());

    @Override
    public String name() {
        return "model";
    }

    @Override
    public byte[] make(long number) {
        SplittableRandom random = new SplittableRandom(number);
        byte[] bytes = random.nextInt(8) == 0 ? mutator.invented(random) : mutator.damaged(random);
        // With a wrong digest nothing else is looked at.
        return random.nextInt(32) == 0 ? bytes : ModelBytes.sealed(bytes);
    }

    @Override
    public boolean accepts(byte[] bytes) {
        DiceInspector inspector;
        try {
            inspector = ModelFile.decode(bytes, "fuzz");
        } catch (ModelFormatException e) {
            String message = e.getMessage();
            if (!message.startsWith("fuzz: ") || hasControls(message) || e.getCause() instanceof Error) {
                throw new AssertionError("not one line that names the file: " + message, e);
            }
            return false;
        }
        // Its own bytes decide, so that a case stays the same whatever runs before it.
        if (bytes[ModelBytes.HEADER - 1] % INSPECTING == 0) {
            assertFinite(inspector.inspect(PICTURE));
        }
        return true;
    }

    private static boolean hasControls(String message) {
        return message.chars().anyMatch(Character::isISOControl);
    }

    private static void assertFinite(Inspection found) {
        assertThat(found.verdict()).isNotNull();
        assertThat(List.of(found.score(), found.pValue(), found.residual()))
                .allSatisfy(figure -> assertThat(figure).isFinite().isNotNegative());
        assertThat(found.pValue()).isLessThanOrEqualTo(1);
        assertThat(List.of(found.pose().x(), found.pose().y()))
                .allSatisfy(figure -> assertThat(figure).isFinite());
        for (float level : found.heatMap().data) {
            if (!Float.isFinite(level)) {
                throw new AssertionError("heat map of " + level);
            }
        }
    }
}
