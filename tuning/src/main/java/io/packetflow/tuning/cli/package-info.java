/** The commands of this module. */
package io.packetflow.tuning.cli;
