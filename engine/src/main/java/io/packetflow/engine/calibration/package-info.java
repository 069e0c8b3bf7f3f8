/**
 * What the engine's own steps cost on this host, measured: {@link io.packetflow.engine.calibration.HostCalibration}
 * runs molecules of packets that do nothing through the real engine, {@link
 * io.packetflow.engine.calibration.CalibrationFile} keeps the medians for this user, and {@link
 * io.packetflow.engine.calibration.KnownHostCosts} gives them to whoever predicts, or says that they are assumed.
 *
 * <p>Differences of runs, not single runs, are what a step costs: six packets more in one stage are six calls, six
 * stages more are six barriers, and the same instance received on another core comes a hop later.
 *
 * <p>Cold but for {@link io.packetflow.engine.calibration.CalibrationSource} and the packets. May import: cost, config,
 * molecule, packet, plan, reactor, affinity.
 */
package io.packetflow.engine.calibration;
