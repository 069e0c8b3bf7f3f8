/**
 * The subcommands of the bench: compare, accept, calibrate, report. Each only reads its words, calls the gate or the
 * report, and says where the results lie.
 */
package io.packetflow.latency.command;
