/**
 * Routers with OpenWrt: the name server, the firewall and https-dns-proxy, set with `uci`.
 * https://openwrt.org/docs/guide-user/base-system/dhcp · https://docs.openwrt.melmac.ca/https-dns-proxy/
 */
export { toOpenWrtDohFiles, toOpenWrtFiles } from './openwrt.ts'
