/**
 * The command line: one {@code packetflow} program to which every module contributes its commands.
 *
 * <p>{@link io.packetflow.engine.cli.PacketFlowMain} finds {@link io.packetflow.engine.cli.CommandContributor}s with
 * {@link java.util.ServiceLoader}, hangs their commands under {@link io.packetflow.engine.cli.PacketFlowCommand}, which
 * holds the options that all commands share and makes the settings, and turns every outcome into an
 * {@link io.packetflow.engine.cli.ExitCode}. A command answers its exit code or throws a
 * {@link io.packetflow.engine.cli.CommandException} whose message names cause, place and remedy.
 *
 * <p>Cold path throughout. May import: picocli, the engine's other packages.
 */
package io.packetflow.engine.cli;
