/** Short codes on posters: made without offence, read with the errors of eyes (https://www.crockford.com/base32.html). */
export { makeCampaignCode, readCampaignCode } from './campaign-code.ts'
