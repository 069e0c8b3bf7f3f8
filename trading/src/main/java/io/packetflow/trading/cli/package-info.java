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
 * The commands of the trading module: {@code trade}, {@code plan}, {@code control}, and those of other packages,
 * {@code book}, {@code simulate} and {@code chaos}.
 *
 * <p>{@code TradeCommand} parses and reports; {@code TradeRun} is one run from an open feed to a quiescent molecule;
 * {@code TradeFeed} is where its messages come from, {@code OrderFile} where its orders go, {@code TradeReport} what is
 * said about it. {@code recover}, {@code journal replay} and {@code why} replay a journal, set up as it tells
 * ({@code TradingReplay}). All of it is cold, and stands on nothing that an embedding program could not use too.
 *
 * <p>May import: all of trading, risk, engine, affinity, layout, picocli.
 */
package io.packetflow.trading.cli;
