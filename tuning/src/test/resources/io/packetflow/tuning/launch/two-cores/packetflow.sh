#!/usr/bin/env bash
# Written by packetflow plan --emit, planned for 1 socket, 1 NUMA node, 2 cores, 2 CPUs online.
# Starts the engine as its unit would, where there is no systemd: the JVM on the housekeeping CPUs by
# taskset or numactl, niceness and limits as far as they are granted; the nodes pin themselves. Arguments
# are further options of 'packetflow trade'; a variable that is set already wins.
set -euo pipefail

# CPUs to which the nodes pin themselves.
# CPU 1: node df, critical: socket 0 with its path; own physical core; busy-spins
export PACKETFLOW_PINNED="${PACKETFLOW_PINNED-1}"
# CPUs of the JVM's own threads (compiler, collector, helpers): none of them disturbs a node.
export PACKETFLOW_HOUSEKEEPING="${PACKETFLOW_HOUSEKEEPING-0}"
# The host has one memory node: nothing to bind.
export PACKETFLOW_NUMA_NODES="${PACKETFLOW_NUMA_NODES-}"
# Above other tasks where they meet.
export PACKETFLOW_NICE="${PACKETFLOW_NICE--20}"
# A restart recovers from it. Without one (empty) a restart would begin anew: set Restart=no then.
export PACKETFLOW_JOURNAL="${PACKETFLOW_JOURNAL-/var/lib/packetflow/journal}"
# Options of 'packetflow trade' that give the plan above; add --feed FILE and what else the job needs.
export PACKETFLOW_OPTIONS="${PACKETFLOW_OPTIONS--c packetflow.group.df.cores=1}"
# The installation.
export PACKETFLOW_HOME="${PACKETFLOW_HOME-/opt/packetflow}"

exec "$PACKETFLOW_HOME/bin/packetflow-service" "$@"
