/** The answers of all checks together, as a table for people, as JSON for programs, and as files for the operator. */
package io.packetflow.tuning.doctor.report;
