/** Length of a text as SMS, in septets or units and in parts (3GPP TS 23.038, https://www.3gpp.org/dynareport/23038.htm). */
export { measureSms, spellCheaper, type SmsLength } from './sms-length.ts'
