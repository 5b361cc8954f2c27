/** The hosts file of Linux, macOS and Windows: https://man7.org/linux/man-pages/man5/hosts.5.html */
export { toHostsUnixFiles, toHostsWindowsFiles } from './hosts-file.ts'
