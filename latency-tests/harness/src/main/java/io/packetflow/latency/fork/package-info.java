/**
 * What runs in a forked JVM: one measurement each, chosen by name, whose result goes into a file that the runner reads.
 * No figure is taken where the JVM runs with assertions.
 */
package io.packetflow.latency.fork;
