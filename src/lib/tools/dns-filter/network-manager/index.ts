/**
 * NetworkManager with its own dnsmasq, and one resolver for every connection
 * (https://networkmanager.dev/docs/api/latest/NetworkManager.conf.html). The rules are made by `tools/dnsmasq`.
 */
export { rulesName, toNetworkManagerFiles } from './network-manager.ts'
