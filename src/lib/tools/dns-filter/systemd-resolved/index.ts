/**
 * systemd-resolved: which resolver a Linux machine asks, over TLS and no other
 * (https://www.freedesktop.org/software/systemd/man/latest/resolved.conf.html).
 */
export { toSystemdResolvedFiles } from './systemd-resolved.ts'
