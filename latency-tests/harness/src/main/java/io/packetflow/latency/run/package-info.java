/**
 * The runner: how much is measured, of which feeds, in which order, and how a JVM is forked for each measurement, with
 * the launcher's own flags, assertions off, and at niceness -20 where the host permits it.
 */
package io.packetflow.latency.run;
