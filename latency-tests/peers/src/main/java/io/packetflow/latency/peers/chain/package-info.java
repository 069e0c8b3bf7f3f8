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
/**
 * The chain of six trivial steps ({@code io.packetflow.latency.benchmarks.chain}) as each system has it: packets that
 * the engine fuses, nodes of a graph that Fluxtion compiles, actors, handlers behind each other on a ring, threads that
 * forward messages. One number each goes in and comes out where it was sent from, and every one is checked. May import
 * the chain's steps and inputs, the engine, Agrona, Aeron, the Disruptor, Fluxtion and Pekko.
 */
package io.packetflow.latency.peers.chain;
