/**
 * The regression gate: two builds, or a build and a stored baseline, and a verdict that can be trusted.
 *
 * <p>One fork is one observation. Both builds are measured in turns (A B B A) by the same harness, forks beside which
 * others used the host once more, whatever they measured; a stored baseline counts only on a host of the same
 * fingerprint. {@link io.packetflow.latency.gate.Judge} says REGRESSION only where an exact rank test, corrected for
 * all metrics at once, and the size of the shift agree; tails are compared by their best fork; where forks scatter too
 * much, or a shift is seen but not proven, the verdict is INCONCLUSIVE, which is neither pass nor failure.
 * {@link io.packetflow.latency.gate.Calibration} measures the gate itself: how often it cries wolf over equal builds,
 * and how often it finds a slowdown that was planted.
 *
 * <p>A scenario says what of it is judged by a {@link io.packetflow.latency.gate.GatePlan}: only our own subjects, no
 * floors or peers. The package knows runs and reports, not scenarios.
 */
package io.packetflow.latency.gate;
