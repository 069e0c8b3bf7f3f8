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
 * Stands in for a class that Chronicle Map would compile at run time; nothing else belongs here, nothing imports it.
 *
 * <p>Design note. The only other way is to let Chronicle compile: with {@code --add-exports} and {@code --add-opens} of
 * {@code jdk.compiler/com.sun.tools.javac.file} for each program that opens a table. That was tried, on JDK 17 and 25,
 * and is worse: the compiler's inside lies open to everything in the process, code that no review has seen is defined
 * in it, and the first table of each process opens 1.2 s later (2.0 s instead of 0.8 s), which a command that prints
 * one table takes each time. A JDK is needed either way, as Chronicle Values asks for a compiler when it is loaded,
 * though it is never used then; the engine needs one itself. The files of both ways are the same byte for byte.
 *
 * <p>The price is a class in the package of another: its name is the one that is looked for, so there is no other
 * place. It holds as long as Chronicle's jars are on the class path and not sealed. All of the class is ours, written
 * from the ranges that the interface states. {@code GlobalStateLayoutTest} compares each field with the place that
 * Chronicle Values gives it, and fails when another version moves one or does not find this class any more.
 */
package net.openhft.chronicle.hash;
