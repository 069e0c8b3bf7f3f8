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
package io.packetflow.engine.packet;

/**
 * Hot path. A source of commands to the molecule itself: its instances carry no time of their own, so
 * {@link #nextTimeNanos()} answers {@link #NOW} or {@link #NONE}. A command comes before whatever else is waiting when
 * it is seen, and it is never dropped: where the ring is full it comes again. It is looked for once a duty cycle and
 * after each instance that may have emitted others; where sources have to be merged one by one anyway, before each
 * instance.
 */
public interface CommandSource extends InstanceSource
{
}
