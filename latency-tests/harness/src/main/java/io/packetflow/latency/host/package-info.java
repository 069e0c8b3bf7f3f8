/**
 * What a measurement asks of the host and has to know about it: CPUs to spin on, pinned threads, and how much others
 * used of the machine meanwhile.
 */
package io.packetflow.latency.host;
