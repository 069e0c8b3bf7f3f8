/**
 * The statistics of a comparison between two samples of forks: an exact rank test that knows ties, the size of the
 * effect, the interval of a ratio, the correction for several tests at once. Pure functions over a few numbers; what
 * Commons Math has (Welch's t, distributions) is taken from there. Nothing here knows what was measured.
 */
package io.packetflow.latency.statistics;
