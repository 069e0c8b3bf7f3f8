/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.affinity.plan;

/** Cold path. The rules that every core plan keeps. */
public enum CoreRule
{
    /** Demands and options fit together: no node twice, no pin or home for a node that is not there. */
    CONSISTENT("demands, pins and homes fit together"),
    /** Each CPU exists and is online. */
    ONLINE("a node runs on a CPU that is online"),
    /** Each CPU is in the process's cpuset and among those that the options leave. */
    ALLOWED("a node runs on a CPU that this process may use"),
    /** A pinned node is among the CPUs of its home. */
    HOME("a node runs on the CPUs of its home"),
    /** A CPU with a spinning node has no second node. */
    EXCLUSIVE("a spinning node has its CPU to itself"),
    /** No two spinning nodes are SMT siblings. */
    SIBLINGS("no two spinning nodes on SMT siblings of one core"),
    /** Critical nodes share one socket. */
    ONE_SOCKET("all critical nodes on one socket"),
    /** Where another socket is usable, nodes that are not critical stay off the critical one. */
    OTHER_SOCKET("nodes that are not critical on another socket than the critical ones"),
    /** From four usable physical cores on, CPU 0's core and one of each other socket are free of spinning nodes. */
    HOUSEKEEPING("the core of CPU 0 and one of each other socket free of spinning nodes"),
    /** There are as many physical cores as spinning nodes. */
    CAPACITY("a physical core for each spinning node, and a CPU for the others");

    private final String statement;

    CoreRule(final String statement)
    {
        this.statement = statement;
    }

    /** Returns what the rule demands, in one phrase. */
    public String statement()
    {
        return statement;
    }
}
