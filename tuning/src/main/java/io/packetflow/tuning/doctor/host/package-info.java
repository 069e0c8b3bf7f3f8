/**
 * What a host says of itself: its files under one root, live or captured, and the formats in which the kernel writes
 * them. Nothing here judges, and nothing throws for what a file holds or because it is missing.
 */
package io.packetflow.tuning.doctor.host;
