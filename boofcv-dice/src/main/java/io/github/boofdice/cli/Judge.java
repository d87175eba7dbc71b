package io.github.boofdice.cli;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspector;
import io.github.boofdice.ModelInfo;

/**
 * What judges.
 *
 * @param difference whose templates it has
 * @param inspector the difference itself, or a network over it, or both
 * @param info of the templates, with the threshold of what judges
 */
record Judge(DiceInspector difference, Inspector inspector, ModelInfo info) {
    static Judge of(DiceInspector difference) {
        return new Judge(difference, difference, difference.info());
    }

    static Judge of(CnnInspector inspector, JudgingMethod method) {
        DiceInspector difference = inspector.difference();
        ModelInfo info = difference.info();
        return new Judge(
                difference,
                method.of(inspector),
                method.needsNetwork() ? info.withThreshold(CnnInspector.THRESHOLD, inspector.source()) : info);
    }
}
