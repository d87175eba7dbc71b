package io.github.boofdice.cnn;

/**
 * How a kernel or a pool goes over planes. Its places are as PyTorch has them: only those where it ends inside the padded planes.
 *
 * @param height of the window, in values
 * @param width of the window
 * @param strideY from one place to the next below, at least 1
 * @param strideX from one place to the next on the right
 * @param top rows of padding above, at least 0
 * @param left columns of padding
 * @param bottom rows of padding below
 * @param right columns of padding
 */
record Window(int height, int width, int strideY, int strideX, int top, int left, int bottom, int right) {
    /** No window is larger, and none is padded by more: a bound on what a file may ask for. */
    static final int MOST = 1 << 12;

    Window {
        if (height < 1 || width < 1 || height > MOST || width > MOST) {
            throw new IllegalArgumentException("kernel must be 1 to " + MOST + " but is " + height + " x " + width);
        }
        if (strideY < 1 || strideX < 1 || strideY > MOST || strideX > MOST) {
            throw new IllegalArgumentException("stride must be 1 to " + MOST + " but is " + strideY + " x " + strideX);
        }
        int least = Math.min(Math.min(top, bottom), Math.min(left, right));
        int most = Math.max(Math.max(top, bottom), Math.max(left, right));
        if (least < 0 || most > MOST) {
            throw new IllegalArgumentException(
                    "padding must be 0 to " + MOST + " but is " + padding(top, left, bottom, right));
        }
    }

    /** The same padding on opposite sides. */
    static Window of(int height, int width, int strideY, int strideX, int padY, int padX) {
        return new Window(height, width, strideY, strideX, padY, padX, padY, padX);
    }

    /**
     * Padded so that each side has its length divided by the stride, rounded up, as "same" is meant where windows may have strides.
     *
     * @param upper whether of an odd number of zeros the one more is at the end
     */
    static Window same(Shape input, int height, int width, int strideY, int strideX, boolean upper) {
        int y = same(input.height(), height, strideY);
        int x = same(input.width(), width, strideX);
        int top = upper ? y / 2 : y - y / 2;
        int left = upper ? x / 2 : x - x / 2;
        return new Window(height, width, strideY, strideX, top, left, y - top, x - left);
    }

    private static int same(int length, int kernel, int stride) {
        if (stride < 1) {
            throw new IllegalArgumentException("stride must be at least 1 but is " + stride);
        }
        int places = (length - 1) / stride + 1;
        return Math.max(0, (places - 1) * stride + kernel - length);
    }

    String padding() {
        return padding(top, left, bottom, right);
    }

    private static String padding(int top, int left, int bottom, int right) {
        return top + " above, " + left + " left, " + bottom + " below, " + right + " right";
    }

    /** Its settings as a summary says them. */
    String words() {
        String words = height + " x " + width;
        if (strideY > 1 || strideX > 1) {
            words += ", stride " + strideY + (strideX == strideY ? "" : " x " + strideX);
        }
        if (top == bottom && left == right && top == left) {
            return top == 0 ? words : words + ", padding " + top;
        }
        return words + ", padding " + padding();
    }

    int area() {
        return height * width;
    }

    int outHeight(Shape input) {
        return places(input, input.height() + top + bottom, height, strideY);
    }

    int outWidth(Shape input) {
        return places(input, input.width() + left + right, width, strideX);
    }

    private int places(Shape input, int padded, int kernel, int stride) {
        if (padded < kernel) {
            throw new IllegalArgumentException(
                    "its kernel of " + height + " x " + width + " does not fit into the padded input of " + input);
        }
        return (padded - kernel) / stride + 1;
    }
}
