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
package io.packetflow.engine.cli;

/** Cold path. What every command of the program answers to its caller. */
public final class ExitCode
{
    /** The job is done. */
    public static final int OK = 0;

    /** The job is done and its verdict is against: a check failed, a target was missed. */
    public static final int VERDICT_AGAINST = 1;

    /** The command line or the configuration is wrong. */
    public static final int USAGE = 2;

    /** The input data are damaged; what came before the damage is processed and reported. */
    public static final int BAD_DATA = 3;

    /** The host or the environment does not allow the job, or the program itself is at fault. */
    public static final int HOST = 4;

    /** The job is done, and what it found is not enough for a verdict. */
    public static final int INCONCLUSIVE = 5;

    private ExitCode()
    {
    }
}
