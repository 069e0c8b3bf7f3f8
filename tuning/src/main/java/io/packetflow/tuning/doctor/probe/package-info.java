/** What has to be measured: probes on the pinned CPUs, and counters of the kernel before and after them. */
package io.packetflow.tuning.doctor.probe;
