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
 * What a forked JVM runs that measures a system of others, or ours beside it in the same loop. Below: one package for
 * each kind of work, and {@code scenario} with what the bench command compares.
 *
 * <p>Only here may systems of others be imported, and only {@code scenario} is on the bench command's class path: their
 * libraries are on that of the forks alone. Nothing of this module is shipped.
 */
package io.packetflow.latency.peers;
