package io.github.boofdice.fuzz;

import io.github.boofdice.ModelFuzz;
import io.github.boofdice.cli.CommandFuzz;
import io.github.boofdice.io.PictureFuzz;
import java.io.IOException;

/** Where bytes of strangers come in, and how the cases are shared out among them. */
enum Doors {
    MODEL {
        @Override
        FuzzTarget open() {
            return new ModelFuzz();
        }
    },
    PICTURE {
        @Override
        FuzzTarget open() {
            return new PictureFuzz();
        }
    },
    COMMAND_LINE {
        @Override
        FuzzTarget open() throws IOException {
            return new CommandFuzz();
        }
    };

    /** Each takes as long as a hundred others. */
    private static final long MOST_COMMAND_LINES = 10_000;

    /** A new target, for one thread. */
    abstract FuzzTarget open() throws IOException;

    /** How many of so many cases are this one's: the shares of all add up to all. */
    long share(long cases) {
        long lines = Math.min(cases / 100, MOST_COMMAND_LINES);
        long pictures = cases * 2 / 5;
        return switch (this) {
            case MODEL -> cases - pictures - lines;
            case PICTURE -> pictures;
            case COMMAND_LINE -> lines;
        };
    }
}
