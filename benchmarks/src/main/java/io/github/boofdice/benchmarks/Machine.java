package io.github.boofdice.benchmarks;

import io.github.boofdice.kernel.Kernels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a benchmark ran on, without anything that names this one computer.
 *
 * @param cpu the processor's model as its system calls it, or "unknown"
 * @param processors how many of them the JVM may use
 * @param os system and architecture
 * @param jdk full version of the JDK
 * @param vm name of the virtual machine
 * @param kernels whether the library's loops are "plain" or "vector"
 * @param flags of the JVM, without system properties: these may name a folder
 */
record Machine(String cpu, int processors, String os, String jdk, String vm, String kernels, List<String> flags) {
    private static final Path LINUX_CPUS = Path.of("/proc/cpuinfo");

    /** The machine that this JVM runs on. */
    static Machine here() throws IOException {
        return new Machine(
                cpuModel().orElse("unknown"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString(),
                System.getProperty("java.vm.name"),
                Kernels.fastest().name(),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(flag -> flag.startsWith("-X") || flag.startsWith("--"))
                        .toList());
    }

    private static Optional<String> cpuModel() throws IOException {
        if (Files.isReadable(LINUX_CPUS)) {
            try (Stream<String> lines = Files.lines(LINUX_CPUS, StandardCharsets.UTF_8)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
            }
        }
        // Windows says it in a variable, macOS through a command.
        return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))
                .or(() -> Command.firstLine(Path.of(""), "sysctl", "-n", "machdep.cpu.brand_string"));
    }
}
