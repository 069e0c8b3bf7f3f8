/**
 * What the host is made of: CPUs, physical cores, sockets, NUMA nodes, L3 groups, SMT siblings, isolated and offline
 * CPUs, and which of them this process may use.
 *
 * <p>{@link io.packetflow.affinity.topology.CpuTopology} is read from sysfs and procfs under a root directory:
 * {@code /} for this host, or a captured tree of the same shape for one that is not at hand. Everything is derived
 * from the lists of the kernel; no numbering scheme is assumed. A file that is missing is a fact with a reason, a file
 * that cannot be understood is an error that names it. {@link io.packetflow.affinity.topology.HostFacts} are further
 * facts of the host, without judgement; judging them is the doctor's business.
 *
 * <p>May import: the JDK. Knows no nodes, no plans, no threads. Everything here is cold and immutable.
 */
package io.packetflow.affinity.topology;
