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
 * What the analyses say of a checked program, as diagnostics at the place that is meant: {@link
 * io.packetflow.engine.language.judge.TargetJudge}. The front end does not need it; commands do that judge programs.
 *
 * <p>Cold throughout. May import: language.check, language.syntax, language.parse, language.diagnostic, analysis, cost.
 */
package io.packetflow.engine.language.judge;
