/** Activities for registers of aid: IATI 2.03 (https://iatistandard.org/en/iati-standard/203/). */
export { toIatiFile, type IatiActivity, type IatiIndicator, type IatiPeriod } from './iati.ts'
