/**
 * Private DNS of Android 9 and newer: one host name that is typed in the settings (DNS over TLS, port 853).
 * https://developer.android.com/about/versions/pie/android-9.0-changes-all#private-dns
 */
export { toPrivateDnsFiles } from './private-dns.ts'
