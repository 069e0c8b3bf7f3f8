/**
 * How an engine is started on a core plan: units of systemd, an environment file, a shell script. Texts only; whoever
 * reads them installs and starts.
 *
 * <p>{@link io.packetflow.tuning.launch.CpuShares} says which CPUs are for what. {@code LaunchVariables} is what
 * {@code bin/packetflow-service} reads, as an environment file for the unit and as exports of the script, so that both
 * start the same. The doctor writes its units with the same {@link io.packetflow.tuning.launch.UnitTexts}.
 */
package io.packetflow.tuning.launch;
