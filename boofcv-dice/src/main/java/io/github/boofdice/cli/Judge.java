package io.github.boofdice.cli;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspector;

/**
 * What judges.
 *
 * @param difference whose templates it has
 * @param inspector the difference itself, or a network over it, or both
 * @param method which of them
 */
record Judge(DiceInspector difference, Inspector inspector, JudgingMethod method) {
    static Judge of(DiceInspector difference) {
        return new Judge(difference, difference, JudgingMethod.DIFFERENCE);
    }

    static Judge of(CnnInspector inspector, JudgingMethod method) {
        return new Judge(inspector.difference(), method.of(inspector), method);
    }
}
