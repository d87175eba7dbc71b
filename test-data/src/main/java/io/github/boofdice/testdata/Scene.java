package io.github.boofdice.testdata;

/**
 * Everything that decides how a picture of a die looks. Two equal scenes give equal pictures.
 *
 * <p>Lengths are pixels of a 128 x 128 picture.
 *
 * @param face which face lies up
 * @param pose where it lies
 * @param light what shines on it
 * @param blur standard deviation of the lens blur in pixels, 0 .. 5; the print's own edge is about a pixel soft
 * @param grain standard deviation of the camera's noise in grey levels, 0 .. 30
 * @param printGrain roughness of the print on the six in grey levels, 0 .. 60; it turns with the die
 * @param seed of the noise, the print's roughness, the clouds of the highlights and the waviness of the face's edge
 */
public record Scene(Face face, DiePose pose, Light light, double blur, double grain, double printGrain, long seed) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public Scene {
        Check.between("blur", blur, 0, 5);
        Check.between("grain", grain, 0, 30);
        Check.between("printGrain", printGrain, 0, 60);
    }

    /**
     * {@return an upright die in an even light, sharp and without any noise}
     *
     * @param face which one
     */
    public static Scene plain(Face face) {
        return new Scene(face, DiePose.IDENTITY, Light.EVEN, 0, 0, 0, 0);
    }

    /**
     * {@return the same scene with another face up}
     *
     * @param newFace which one
     */
    public Scene withFace(Face newFace) {
        return new Scene(newFace, pose, light, blur, grain, printGrain, seed);
    }

    /**
     * {@return the same scene with the die elsewhere; the light stays}
     *
     * @param newPose where
     */
    public Scene withPose(DiePose newPose) {
        return new Scene(face, newPose, light, blur, grain, printGrain, seed);
    }

    /**
     * {@return the same scene with the die turned further; the light stays}
     *
     * @param angle radians, clockwise as seen
     */
    public Scene turned(double angle) {
        return withPose(pose.turned(angle));
    }

    /**
     * {@return the same scene in another light}
     *
     * @param newLight which one
     */
    public Scene withLight(Light newLight) {
        return new Scene(face, pose, newLight, blur, grain, printGrain, seed);
    }

    /**
     * {@return the same scene with another lens blur}
     *
     * @param newBlur pixels, 0 .. 5
     */
    public Scene withBlur(double newBlur) {
        return new Scene(face, pose, light, newBlur, grain, printGrain, seed);
    }

    /**
     * {@return the same scene with other camera noise}
     *
     * @param newGrain grey levels, 0 .. 30
     */
    public Scene withGrain(double newGrain) {
        return new Scene(face, pose, light, blur, newGrain, printGrain, seed);
    }

    /**
     * {@return the same scene with a rougher or smoother print}
     *
     * @param newGrain grey levels, 0 .. 60
     */
    public Scene withPrintGrain(double newGrain) {
        return new Scene(face, pose, light, blur, grain, newGrain, seed);
    }

    /**
     * {@return the same scene with other random details}
     *
     * @param newSeed any number
     */
    public Scene withSeed(long newSeed) {
        return new Scene(face, pose, light, blur, grain, printGrain, newSeed);
    }
}
