package io.github.boofdice.kernel;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Which loops there are in this JVM, and which run; looked up once. */
final class KernelChoice {
    private static final String MODULE = "jdk.incubator.vector";

    static final Kernels PLAIN = new PlainKernels();
    static final Optional<Kernels> VECTOR = vectorKernels();
    static final Kernels FASTEST = "plain".equals(System.getProperty(Kernels.PROPERTY)) ? PLAIN : VECTOR.orElse(PLAIN);

    private KernelChoice() {}

    /** By name, since the class is compiled after this one, and must not be loaded where the module is absent. */
    private static Optional<Kernels> vectorKernels() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        try {
            Class<?> found = Class.forName("io.github.boofdice.kernel.VectorKernels");
            boolean worthwhile = (boolean) found.getDeclaredMethod("worthwhile").invoke(null);
            return worthwhile
                    ? Optional.of((Kernels) found.getDeclaredConstructor().newInstance())
                    : Optional.empty();
        } catch (ClassNotFoundException e) {
            // Built without them, as an IDE may do.
            return Optional.empty();
        } catch (NoSuchMethodException
                | IllegalAccessException
                | InstantiationException
                | InvocationTargetException e) {
            throw new IllegalStateException("VectorKernels is not the class that was built with this one", e);
        }
    }
}
