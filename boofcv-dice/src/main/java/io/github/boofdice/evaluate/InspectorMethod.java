package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.FileFingerprint;
import io.github.boofdice.Inspection;
import io.github.boofdice.Inspector;
import java.util.Objects;

/**
 * An {@link Inspector} as one method among others.
 *
 * @param name names it in tables
 * @param inspector judges
 */
public record InspectorMethod(String name, Inspector inspector) implements Method {
    /** Checks that nothing is missing. */
    public InspectorMethod {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(inspector, "inspector");
    }

    @Override
    public Judgement judge(GrayF32 picture) {
        Inspection found = inspector.inspect(picture);
        return new Judgement(found.verdict(), found.score());
    }

    @Override
    public String explain(GrayF32 picture) {
        return inspector.inspect(picture).explain();
    }

    @Override
    public boolean learnedFrom(FileFingerprint file) {
        return inspector.learnedFrom(file);
    }
}
