/** Partners made and changed, each act with its entry of the public record. */
export { changePartner, makePartner, movePartner, setChannels } from './change-store.ts'
