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
package io.packetflow.engine.codegen;

/** Generated code cannot be compiled or loaded. The message names the cause and the remedy. */
public final class CodegenException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param message cause and remedy
     * @param cause what happened, or null
     */
    public CodegenException(final String message, final Throwable cause)
    {
        super(message, cause);
    }

    /** Returns what is said where code has to be compiled and nothing can do it. */
    static CodegenException noCompiler()
    {
        return new CodegenException("this Java runtime has no compiler, and the plan's code was not compiled " +
            "ahead of time; run on a JDK, or save the code there with --save-code DIR and add DIR to the class path",
            null);
    }
}
