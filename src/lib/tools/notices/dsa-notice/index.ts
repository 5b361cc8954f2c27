/**
 * A notice of illegal content that a host in the European Union must act on: the four parts of article 16(2) of
 * Regulation (EU) 2022/2065, the Digital Services Act (https://eur-lex.europa.eu/eli/reg/2022/2065/oj), as plain text.
 */
export { writeDsaNotice, type DsaNotice } from './dsa-notice.ts'
