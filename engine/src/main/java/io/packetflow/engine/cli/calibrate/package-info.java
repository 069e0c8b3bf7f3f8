/**
 * {@code packetflow calibrate}: measures what the engine's steps cost on this host and keeps it for this user. It lists
 * without loading what measures.
 *
 * <p>Cold throughout. May import: cli, calibration, config, affinity.topology.
 */
package io.packetflow.engine.cli.calibrate;
