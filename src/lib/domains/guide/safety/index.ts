/** Safety messages, what has to be said to whom, and what may not be: the register, the texts that it sees, and the check. */
export { checkSafety, countParity, type ParityRow } from './check-safety.ts'
export { parseSafety, safetyFolder, type SafetyMessage } from './safety-message.ts'
export { makeSafetyText, toSafetyText, toSafetyTextOfAnswer, type SafetyText } from './safety-text.ts'
export { findWordings, type Wording } from './wording.ts'
