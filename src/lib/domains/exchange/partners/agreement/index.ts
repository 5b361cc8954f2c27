/** The agreement with a partner, as its form says it, and the states that a partner goes through. */
export { findCountry } from './country.ts'
export { isRealDay, partnerFields, readPartner, toFields, type PartnerField } from './partner-form.ts'
export { channelFields, readChannels } from './channel-form.ts'
export { findMissing, listMoves } from './state.ts'
