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
package io.packetflow.latency.run;

import java.nio.file.Path;

/**
 * Cold path. What a run was asked for.
 *
 * @param size how much is measured
 * @param forks of each subject
 * @param recorded file of the recorded feed, null if a generated market stands in
 * @param out directory of the results
 * @param arguments directory with the launcher's argument files
 */
public record BenchOptions(Size size, int forks, Path recorded, Path out, Path arguments)
{
}
