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
 * {@code packetflow chaos}: kills a trading process again and again while it writes its journal, recovers, takes a
 * snapshot or changes segments, and holds what it left behind against a run that nobody killed.
 *
 * <p>{@code ChaosCommand} parses; {@code Campaign} goes through the modes, {@code ModeCampaign} through the kills of
 * one mode, {@code Life} through one process. {@code DeathAudit} and {@code OrderAudit} are the judges: they only read
 * what any other process could read, and every refusal names one {@code Invariant}. All of it is cold.
 *
 * <p>{@code FailoverCampaign} does the same to pairs: {@code FailoverSeries} goes through the primaries of one journal,
 * {@code Takeover} through one fault, {@code SeriesAudit} judges when the feed has ended.
 *
 * <p>May import: engine, ringbuffers, layout, picocli; of trading nothing, as it knows the process from outside only.
 */
package io.packetflow.trading.cli.chaos;
