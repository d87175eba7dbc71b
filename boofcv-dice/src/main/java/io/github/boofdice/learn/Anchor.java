package io.github.boofdice.learn;

import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.RigidPose;
import java.util.Arrays;
import java.util.List;

/** Chooses the frame of a template: a symmetric face turns about the template's middle, and a typical picture of its first folder lies upright. */
final class Anchor {
    private Anchor() {}

    /**
     * The map from the new template's pixels to the old one's.
     *
     * @param places of the pictures that define upright, by the old template
     * @param symmetry of the old template
     */
    static RigidPose of(List<Alignment> places, Symmetry symmetry) {
        double cos = 0;
        double sin = 0;
        for (Alignment place : places) {
            cos += StrictMath.cos(symmetry.order() * place.pose().theta());
            sin += StrictMath.sin(symmetry.order() * place.pose().theta());
        }
        if (symmetry.free()) {
            return new RigidPose(symmetry.x(), symmetry.y(), 0);
        }
        double theta = StrictMath.atan2(sin, cos) / symmetry.order();
        if (symmetry.order() > 1) {
            return new RigidPose(symmetry.x(), symmetry.y(), -theta);
        }
        return new RigidPose(
                        median(places.stream().mapToDouble(p -> p.pose().x()).toArray()),
                        median(places.stream().mapToDouble(p -> p.pose().y()).toArray()),
                        theta)
                .inverse();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
