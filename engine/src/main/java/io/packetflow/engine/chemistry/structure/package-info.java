/**
 * What all chemistry stands on: a checked index of a molecule's bonds ({@link
 * io.packetflow.engine.chemistry.structure.StructureGraph}), where its packets run ({@link
 * io.packetflow.engine.chemistry.structure.Placement}), and what they demand there ({@link
 * io.packetflow.engine.chemistry.structure.Workload}).
 *
 * <p>Packets are numbered in order of composition; sets of packets are bit sets over these numbers, so that a structure
 * of some hundred packets is examined in milliseconds. All is immutable once it is made.
 *
 * <p>Cold throughout. May import: periodic, molecule, cost, plan.
 */
package io.packetflow.engine.chemistry.structure;
