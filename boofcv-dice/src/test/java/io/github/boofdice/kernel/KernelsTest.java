package io.github.boofdice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds of the loops whichever kind runs. */
class KernelsTest {
    /** Maven runs the tests with the module and without it; this one tells that it was as the run meant it. */
    @Test
    void theModuleDecidesWhichRuns() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

        assertThat(Kernels.vector().isPresent()).isEqualTo(module);
        assertThat(Kernels.fastest().name()).isEqualTo(module ? "vector" : "plain");
    }
}
