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
package io.packetflow.engine.measured;

/**
 * Cold path. How likely two packets that a bond joins meet on an instance: predicted by theorem 3.1, which knows their
 * groups and what they demand, and counted.
 *
 * @param first packet
 * @param second packet
 * @param predicted probability
 * @param measured share of the instances on which both fired
 */
public record MeasuredPair(String first, String second, double predicted, double measured)
{
}
