/** Numbers for health information systems: Aggregate Data Exchange (IHE QRPH ADX, https://wiki.ihe.net/index.php/Aggregate_Data_Exchange). */
export { toAdxFile, type AdxGroup } from './adx.ts'
