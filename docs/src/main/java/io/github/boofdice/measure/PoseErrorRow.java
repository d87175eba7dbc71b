package io.github.boofdice.measure;

import io.github.boofdice.evaluate.JudgedPicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How far the pose is off at each angle; draws the figure too. */
final class PoseErrorRow {
    static final Row ROW = new Row(
            "pose-error",
            true,
            "pose of good pictures of both captures, against the pose as taken",
            PoseErrorRow::measure);

    private PoseErrorRow() {}

    private static Outcome measure(Study study) throws IOException {
        List<PoseError> errors = new ArrayList<>();
        int all = 0;
        for (Capture capture : List.of(study.original(), study.autumn())) {
            List<JudgedPicture> upright = study.upright(capture);
            List<JudgedPicture> turned = study.turned(capture);
            for (int i = 0; i < upright.size(); i++) {
                Capture.Shot shot = capture.shots().get(i);
                if (shot.good()) {
                    all++;
                    PoseError.of(upright.get(i), turned.get(i), Study.TURNED.turnOf(shot.file()))
                            .ifPresent(errors::add);
                }
            }
        }
        PoseErrorFigure.draw(errors, study.figures().resolve("error-against-angle.png"));
        return Outcome.empty()
                .with("degrees", percentile("turn, median", Unit.DEGREES, errors, PoseError::degrees, 0.5))
                .with("degreesHigh", percentile("turn, 95 % within", Unit.DEGREES, errors, PoseError::degrees, 0.95))
                .with("pixels", percentile("middle, median", Unit.PIXELS, errors, PoseError::pixels, 0.5))
                .with("pixelsHigh", percentile("middle, 95 % within", Unit.PIXELS, errors, PoseError::pixels, 0.95))
                .detail("compared", Figure.share("compared", Unit.PERCENT, errors.size(), all))
                .note("the errors of both poses are in it; the one has no angle and counts for its middle alone");
    }

    private static Figure percentile(
            String label, Unit unit, List<PoseError> errors, ToDoubleFunction<PoseError> error, double share) {
        double[] values =
                errors.stream().mapToDouble(error).filter(Double::isFinite).toArray();
        return Figure.of(label, unit, Percentiles.of(values, share));
    }
}
