/** Remedies as files: a script, a tuned profile, kernel parameters, units. The host is changed by whoever runs them. */
package io.packetflow.tuning.doctor.fix;
