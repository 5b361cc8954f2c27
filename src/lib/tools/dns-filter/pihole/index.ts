/** Pi-hole 6: a `pihole.toml`, and a shell that sets the same keys on one that runs. https://docs.pi-hole.net/ftldns/configfile/ */
export { toPiholeShellFiles, toPiholeTomlFiles } from './pihole.ts'
