/**
 * {@code packetflow doctor}: is this host fit for pinned, spinning threads, why not, and what helps.
 *
 * <p>Design. All reading goes through one {@link io.packetflow.tuning.doctor.host.HostView}, so that a captured host is
 * examined like a live one, no missing file can end the examination, and each answer has its evidence. A check is an id
 * in the registry, its text (title, category, severity, reason, remedy) in {@code checks.properties}, and an evaluator
 * that turns what the host says into a {@link io.packetflow.tuning.doctor.check.Finding}; evaluators of one shape (a
 * number, a mask, a list of CPUs, a parameter of the kernel, a JVM flag) share code. A finding says whether the check
 * holds; the severity, which a profile may lower or raise, says what it means that it does not. Probes measure first
 * and are judged afterwards like files. Nothing here writes to the host: remedies are files for its operator.
 */
package io.packetflow.tuning.doctor;
