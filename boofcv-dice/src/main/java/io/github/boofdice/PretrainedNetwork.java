package io.github.boofdice;

import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.NetworkFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The network in the library's jar: what {@code train} made of good pictures of dice. */
final class PretrainedNetwork {
    private static final String RESOURCE = "defects.safetensors";

    private PretrainedNetwork() {}

    static Network get() {
        return Holder.NETWORK;
    }

    private static final class Holder {
        static final Network NETWORK = read();

        private static Network read() {
            try (InputStream in = PretrainedNetwork.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the library's jar lacks " + RESOURCE);
                }
                return Network.decode(in.readAllBytes(), RESOURCE);
            } catch (NetworkFormatException e) {
                throw new IllegalStateException("the library's jar is damaged: " + e.getMessage(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
