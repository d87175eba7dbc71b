package io.github.boofdice.benchmarks;

/**
 * How often the search over all faces and angles, told nothing, ended at the right place.
 *
 * @param pictures "rendered" or "real"
 * @param grain standard deviation of the camera's noise in grey levels
 * @param samples how many pictures
 * @param rightFace share of them whose face was found
 * @param rightBasin share of them whose face was found and whose pose is less than a pixel off at the corners
 */
record SearchFigures(String pictures, double grain, int samples, double rightFace, double rightBasin) {}
