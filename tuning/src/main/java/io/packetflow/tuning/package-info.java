/**
 * The top of the module graph: packaging, launching, and the doctor of the host.
 *
 * <p>Code is in {@code doctor}, {@code launch} and {@code cli}; {@code tuning/bin} has the JVM options and the scripts
 * that start the engine, the build puts a complete installation into {@code target/app}, and the tests here hold all
 * modules to the rules that no single one can see: the order of the modules, one door for each dependency, no sockets.
 */
package io.packetflow.tuning;
