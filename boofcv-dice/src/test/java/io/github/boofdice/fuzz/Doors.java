package io.github.boofdice.fuzz;

import io.github.boofdice.ModelFuzz;
import io.github.boofdice.cli.CommandFuzz;
import io.github.boofdice.io.PictureFuzz;
import java.io.IOException;

/** Where bytes of strangers come in, and how the cases are shared out among them. */
enum Doors {
    MODEL(80) {
        @Override
        FuzzTarget open() {
            return new ModelFuzz();
        }
    },
    PICTURE(19) {
        @Override
        FuzzTarget open() {
            return new PictureFuzz();
        }
    },
    COMMAND_LINE(1) {
        @Override
        FuzzTarget open() throws IOException {
            return new CommandFuzz();
        }
    };

    private final int percent;

    Doors(int percent) {
        this.percent = percent;
    }

    /** A new target, for one thread. */
    abstract FuzzTarget open() throws IOException;

    long share(long allCases) {
        return allCases * percent / 100;
    }
}
